import { usePane } from '../services/pane-context';
import { readPickedFiles } from './picked-files';

/** Takes files from the chooser or a drop into the pane; `isForSource` when they are to show the source view's place. */
export function useFileIntake(isForSource = false): (files: Iterable<File>) => Promise<void> {
  const { actions, store } = usePane();
  return async (files) => {
    const { picked, refused } = await readPickedFiles([...files]);
    actions.openFiles(picked, isForSource);
    if (refused.length > 0) store.dispatch({ type: 'noticed', notice: { kind: 'files-refused', failures: refused } });
  };
}

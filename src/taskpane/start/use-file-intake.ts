import { usePane } from '../state/pane-context';
import { readPickedFiles } from './picked-files';

/** Takes files from the chooser or a drop into the pane. */
export function useFileIntake(): (files: Iterable<File>) => Promise<void> {
  const { actions, store } = usePane();
  return async (files) => {
    const { picked, refused } = await readPickedFiles([...files]);
    actions.openFiles(picked);
    if (refused.length > 0) store.dispatch({ type: 'noticed', notice: { kind: 'files-refused', failures: refused } });
  };
}

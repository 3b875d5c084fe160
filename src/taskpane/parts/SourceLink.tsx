import { usePane } from '../services/pane-context';
import { sourceTarget, type SourceAbout } from '../view-models/source/check-marks';
import { WayLink } from './WayLink';

/** A place in a document ("side 3, linje 41") that opens the source view there. */
export function SourceLink(about: SourceAbout) {
  const { texts, store } = usePane();
  const { page, line } = about.position;
  return (
    <WayLink way="source" title={texts.findings.showSource} onClick={() => store.dispatch({ type: 'source-shown', opensView: true, source: sourceTarget(about) })}>
      {texts.findings.place(page, line)}
    </WayLink>
  );
}

import { Link } from '@fluentui/react-components';
import { type Position } from '../../core/budget/position';
import { usePane } from '../services/pane-context';
import { type Quote } from '../state/pane-state';

interface SourceLinkProps {
  readonly sha256: string;
  readonly position: Position;
  readonly quote: Quote | null;
}

/** A place in a document ("side 3, linje 41") that opens the source view there. */
export function SourceLink({ sha256, position, quote }: SourceLinkProps) {
  const { texts, store } = usePane();
  const { page, line } = position;
  return (
    <Link as="button" inline style={{ fontSize: 'inherit' }} title={texts.findings.showSource} onClick={() => store.dispatch({ type: 'source-shown', opensView: true, source: { sha256, ...position, quote } })}>
      {texts.findings.place(page, line)}
    </Link>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { FileButton } from '../intake/FileButton';
import { usePane } from '../services/pane-context';
import { type SourceTarget } from '../state/pane-state';
import { type KeptLines } from '../view-models/source/kept-lines';
import { MarkLegend } from './MarkLegend';
import { TextSource } from './TextSource';

const useStyles = makeStyles({
  note: { flexShrink: 0, display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 12px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  open: { flexShrink: 0 },
});

interface KeptSourceProps {
  readonly kept: KeptLines;
  readonly target: SourceTarget;
}

/** The place of a figure in a document that is not open, as far as the workbook or the catalogue knows its lines. */
export function KeptSource({ kept, target }: KeptSourceProps) {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <>
      <div className={styles.note}>
        <span>{texts.source.kept[kept.kind]}</span>
        <FileButton appearance="secondary" size="small" className={styles.open} isForSource>{texts.source.openAgain}</FileButton>
      </div>
      <MarkLegend target={target} />
      <TextSource key={kept.sha256} source={kept} target={target} />
    </>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { EmptyState } from '../parts/EmptyState';
import { PaneHeading } from '../parts/PaneHeading';
import { FileButton } from '../intake/FileButton';
import { usePane, usePaneState } from '../services/pane-context';
import { useAgreementsAtHand } from '../services/use-agreements-at-hand';
import { openDocumentOf } from '../view-models/source/source';
import { keptLines } from '../view-models/source/kept-lines';
import { FindingBar } from './FindingBar';
import { KeptSource } from './KeptSource';
import { MarkLegend } from './MarkLegend';
import { PageSource } from './PageSource';
import { TextSource } from './TextSource';
import { useSourceSteps } from './use-source-steps';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: { flexShrink: 0, padding: '6px 12px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px' },
  detail: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Where a figure stands in its document: the drawn page where there is one, the numbered lines otherwise. */
export function SourceView() {
  const styles = useStyles();
  const { texts, pageRenderer } = usePane();
  const state = usePaneState();
  const steps = useSourceSteps();
  const target = state.source;
  const document = target === null ? null : openDocumentOf(state, target.sha256);
  const atHand = useAgreementsAtHand();
  const asked = document === null ? (target?.sha256 ?? null) : null;
  const kept = useMemo(() => (asked === null ? null : keptLines(atHand, asked)), [atHand, asked]);
  const name = document?.reading.source.name ?? kept?.name ?? null;
  const place = target?.line === undefined || target.line === null ? null : texts.findings.place(target.page, target.line);
  return (
    <div className={styles.view} onKeyDown={steps.onKeyDown}>
      <div className={styles.head}>
        <div className={styles.title}>
          <PaneHeading isSmall>{texts.source.heading}</PaneHeading>
          {name === null ? null : <p className={styles.detail}>{[name, ...(place === null ? [] : [place])].join(' · ')}</p>}
        </div>
        {steps.at < 0 ? null : <FindingBar steps={steps} />}
      </div>
      {target === null ? <EmptyState text={texts.source.nothing} /> : null}
      {target !== null && document === null && kept === null ? (
        <EmptyState text={texts.source.notOpen(name ?? texts.preview.untitled)}>
          <FileButton appearance="primary" isForSource>{texts.source.openAgain}</FileButton>
        </EmptyState>
      ) : null}
      {target === null || kept === null ? null : <KeptSource kept={kept} target={target} />}
      {target === null || document === null ? null : <MarkLegend target={target} />}
      {target === null || document === null ? null : document.reading.source.format === 'pdf' && target.page !== null && pageRenderer !== null ? (
        <PageSource document={document} target={target} page={target.page} renderer={pageRenderer} />
      ) : (
        <TextSource key={target.sha256} source={document.reading.source} target={target} />
      )}
    </div>
  );
}

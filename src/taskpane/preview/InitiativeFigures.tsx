import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { InitiativeTimeline } from '../figures/InitiativeTimeline';
import { type Agreement, type Initiative } from '../../core/budget/agreement';
import { FiguresTable } from '../figures/FiguresTable';
import { usePane } from '../services/pane-context';
import { useAgreementsAtHand } from '../services/use-agreements-at-hand';
import { textColumns } from '../view-models/amounts/figures';
import { initiativeTimeline } from '../view-models/amounts/timeline';

const useStyles = makeStyles({
  text: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, margin: '0 0 4px', overflowWrap: 'anywhere' },
  heading: { margin: '10px 0 4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
});

/** What opens under an initiative of the preview: its area, text columns and figures, and the other agreements that grant it. */
export function InitiativeFigures({ agreement, initiative }: { readonly agreement: Agreement; readonly initiative: Initiative }) {
  const styles = useStyles();
  const { texts } = usePane();
  const atHand = useAgreementsAtHand();
  const timeline = useMemo(() => initiativeTimeline(agreement, initiative, atHand.map((one) => one.agreement)), [agreement, initiative, atHand]);
  return (
    <>
      {initiative.group.length > 0 ? (
        <p className={styles.text} lang="da">
          {initiative.group.join(' › ')}
        </p>
      ) : null}
      {textColumns(initiative, texts.agreements.recommendation).map(({ header, text }) => (
        <p key={header} className={styles.text} lang="da">
          {header}: {text}
        </p>
      ))}
      <FiguresTable initiative={initiative} />
      {timeline === null ? null : (
        <>
          <h4 className={styles.heading}>{texts.timeline.heading}</h4>
          <InitiativeTimeline timeline={timeline} />
        </>
      )}
    </>
  );
}

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { columnName } from '../../core/reconciliation/rule';
import { type WorkbookFinding } from '../../excel/workbook-port';
import { VerdictMark, type MarkKind } from '../parts/VerdictMark';
import { VisuallyHidden } from '../parts/VisuallyHidden';
import { SourceLink } from '../parts/SourceLink';
import { WayLink } from '../parts/WayLink';
import { ruleTitle } from '../../core/reconciliation/registry';
import { usePane, usePaneState } from '../services/pane-context';
import { aboutCheck, sourceTarget } from '../view-models/source/check-marks';
import { dateText } from '../view-models/agreements/dates';
import { spellFinding, standingOf } from '../view-models/findings/findings';
import { FindingArithmetic } from './FindingArithmetic';
import { FindingDecisions } from './decisions/FindingDecisions';
import { useCardStyles } from './card-styles';

const useStyles = makeStyles({
  accepted: { color: tokens.colorNeutralForeground2 },
  where: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  message: { margin: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  aside: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere', paddingLeft: '8px', borderLeft: `2px solid ${tokens.colorNeutralStroke1}` },
  asideWord: { color: tokens.colorNeutralForeground2 },
});

interface FindingCardProps {
  readonly finding: WorkbookFinding;
  readonly sha256: string | null;
  /** What is likely wrong, where the finding is all that it explains; null leaves the check's own suggestion. */
  readonly explanation?: string | null;
  /** The keys of what can be accepted together with it. */
  readonly together?: readonly string[];
}

/** One finding: its sign and sentence, its arithmetic, where it stands and what can be done about it. */
export function FindingCard({ finding, sha256, explanation = null, together = [] }: FindingCardProps) {
  const styles = useStyles();
  const cardStyles = useCardStyles();
  const { texts, language, actions, store } = usePane();
  const { workbook, finding: chosen } = usePaneState();
  const card = useRef<HTMLElement>(null);
  const { check, place, acceptance = null, comments = [] } = finding;
  const standing = standingOf(finding);
  const { sentence, suggestion } = spellFinding(check, language);
  const aside = explanation ?? suggestion;
  const mark: MarkKind = check.outcome === 'not-checkable' ? 'not-checkable' : standing;
  const document = sha256 ?? workbook?.imports.find(({ importId }) => importId === finding.importId)?.agreement.document.sha256 ?? null;
  const parts = [ruleTitle(check.rule, language), check.label, columnName(check.place.column, texts.figures.total)];
  const where = [...new Set(parts.filter((part) => part !== null && part !== ''))].join(' · ');
  const about = document === null ? null : aboutCheck(check, check.place, document, finding.key);
  const goToCell = (): void => {
    if (place === null) return;
    void actions.selectPlace(place);
    if (about === null) store.dispatch({ type: 'finding-chosen', finding: finding.key });
    else store.dispatch({ type: 'source-shown', opensView: false, source: sourceTarget(about) });
  };
  return (
    <article ref={card} tabIndex={-1} data-finding={finding.key} {...(finding.importId === null ? {} : { onFocus: () => store.dispatch({ type: 'finding-chosen', finding: finding.key }) })} aria-label={where} className={mergeClasses(cardStyles.card, chosen === finding.key && cardStyles.current, standing === 'accepted' && styles.accepted)}>
      <VerdictMark kind={mark} />
      <div className={cardStyles.body}>
        <VisuallyHidden>{mark === 'not-checkable' ? texts.outcomes[mark] : texts.standings[standing]}</VisuallyHidden>
        <div className={styles.where}>{where}</div>
        <p className={styles.message}>{sentence}</p>
        <FindingArithmetic finding={finding} />
        {aside === null ? null : <p className={styles.aside}>{aside}</p>}
        {finding.isReopened === true ? <p className={styles.aside}>{texts.findings.reopened}</p> : null}
        {acceptance === null ? null : <p className={styles.aside}>{texts.findings.acceptedBy(acceptance.by, dateText(acceptance.acceptedAt, language), acceptance.reason)}</p>}
        {comments.map(({ by, at, text }, index) => (
          <p key={index} className={styles.aside}>
            {texts.findings.commentedBy(by, dateText(at, language), text)}
          </p>
        ))}
        <div className={cardStyles.actions}>
          {place === null && finding.importId !== null ? <span className={styles.asideWord}>{texts.findings.noCell}</span> : null}
          {place === null ? null : (
            <WayLink way="cell" onClick={goToCell}>
              {texts.findings.goTo(`${place.sheet}!${place.address}`)}
            </WayLink>
          )}
          {about === null ? null : <SourceLink {...about} />}
          <FindingDecisions finding={finding} together={together} onClose={() => card.current?.focus({ preventScroll: true })} />
        </div>
      </div>
    </article>
  );
}


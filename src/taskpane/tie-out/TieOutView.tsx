import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, ArrowSyncCheckmarkRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { type Agreement } from '../../core/budget/agreement';
import { formatUnit } from '../../core/money/danish-number';
import { isUnit } from '../../core/money/unit';
import { type SelectionCheck } from '../../excel/workbook-port';
import { EmptyState } from '../parts/EmptyState';
import { OutcomeSummary } from '../figures/OutcomeSummary';
import { PagedList } from '../parts/lists/PagedList';
import { PaneHeading } from '../parts/PaneHeading';
import { Section } from '../parts/Section';
import { UnitOptions } from '../parts/lists/UnitOptions';
import { usePane, usePaneState } from '../services/pane-context';
import { type TieOutSession } from '../state/pane-state';
import { useAgreementsAtHand } from '../services/use-agreements-at-hand';
import { agreementName } from '../view-models/agreements/agreements-at-hand';
import { tieOutPage, type TieOutPage, yearsToConvert } from '../view-models/selection/tie-out';
import { priceLevelsToChoose } from '../view-models/selection/tie-out-targets';
import { DifferingCellCard } from './DifferingCellCard';
import { IndexChoice } from './IndexChoice';
import { TieOutGaps } from './TieOutGaps';
import { TieOutMatches } from './TieOutMatches';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  head: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '8px', padding: '8px 12px 12px' },
  agreement: { minWidth: 0, '& > select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  back: { alignSelf: 'flex-start', marginLeft: '-8px' },
  aside: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  foot: { display: 'flex', flexDirection: 'column', gap: '8px', flexShrink: 0, padding: '8px 12px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
});

interface TieOutViewProps {
  readonly selection: SelectionCheck;
  readonly tieOut: TieOutSession;
}

/** The selected table against an agreement: what differs first, then what was not compared, then what everything was taken for. */
export function TieOutView({ selection, tieOut }: TieOutViewProps) {
  const styles = useStyles();
  const { texts, store, actions, can } = usePane();
  const { activity } = usePaneState();
  const atHand = useAgreementsAtHand();
  const { sha256, choices } = tieOut;
  const agreement = atHand.find((one) => one.agreement.document.sha256 === sha256)?.agreement ?? null;
  const page = useMemo(() => (agreement === null ? null : tieOutPage(selection, agreement, choices)), [selection, agreement, choices]);
  const words = texts.tieOut;
  return (
    <div className={styles.view}>
      <div className={styles.scroller}>
        <div className={styles.head}>
          <Button className={styles.back} size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => store.dispatch({ type: 'tie-out-changed', tieOut: null })}>
            {words.back}
          </Button>
          <PaneHeading>{words.heading}</PaneHeading>
          <p className={styles.aside}>{texts.selection.area(`${selection.place.sheet}!${selection.place.address}`, selection.reading.rows.length, selection.reading.columns.length)}</p>
          <Field label={words.agreement}>
            <Select className={styles.agreement} lang="da" value={sha256} onChange={(_event, { value }) => store.dispatch({ type: 'tie-out-changed', tieOut: { sha256: value, choices: withoutRows(choices) } })}>
              {atHand.map((one) => (
                <option key={one.agreement.document.sha256} value={one.agreement.document.sha256}>
                  {agreementName(one.agreement)}
                </option>
              ))}
            </Select>
          </Field>
          {page === null ? null : <UnitChoice tieOut={tieOut} page={page} />}
          {page === null || agreement === null ? null : <PriceLevelChoice tieOut={tieOut} page={page} agreement={agreement} />}
          <PriceLevelNote page={page} agreement={agreement} />
          {page === null || agreement === null ? null : <IndexChoice tieOut={tieOut} years={yearsToConvert(agreement, page)} />}
          {page === null || page.refusal !== null ? null : <OutcomeSummary counts={page.counts} />}
        </div>
        {page === null || agreement === null ? <EmptyState text={words.cannotStart['no-agreement']} mark="not-checkable" /> : (
          <>
            <Verdict page={page} />
            {page.differing.length === 0 ? null : (
              <Section title={words.differing} count={page.differing.length} isOpenAtFirst>
                <PagedList items={page.differing} pageSize={25} keyOf={({ place }) => place.address}>
                  {(cell) => <DifferingCellCard cell={cell} sha256={sha256} />}
                </PagedList>
              </Section>
            )}
            <TieOutGaps page={page} sha256={sha256} />
            <TieOutMatches selection={selection} agreement={agreement} tieOut={tieOut} page={page} />
          </>
        )}
      </div>
      <div className={styles.foot}>
        <Button appearance="primary" icon={<ArrowSyncCheckmarkRegular />} disabledFocusable={activity !== null} onClick={() => void actions.compareAgain()}>
          {words.again}
        </Button>
        {can.rememberComparisons && page?.refusal === null ? <Remembering tieOut={tieOut} isInWorkbook={atHand.some((one) => one.agreement === agreement && one.origin === 'workbook')} /> : null}
        {can.insertTieOuts && page?.refusal === null ? <Writing page={page} isOpened={atHand.some((one) => one.agreement === agreement && one.origin === 'opened')} /> : null}
      </div>
    </div>
  );
}

/** Another agreement has other rows; what the columns and the unit are stays true. */
function withoutRows({ rows: _rows, ...others }: TieOutSession['choices']): TieOutSession['choices'] {
  return others;
}

function UnitChoice({ tieOut, page }: { readonly tieOut: TieOutSession; readonly page: TieOutPage }) {
  const { texts, actions } = usePane();
  const words = texts.tieOut;
  const unit = page.unit?.unit ?? tieOut.choices.unit ?? null;
  const reason = page.unit?.reason ?? (unit === null ? 'unknown' : 'user');
  return (
    <Field label={words.unit} hint={words.unitReasons[reason]}>
      <Select value={unit ?? ''} onChange={(_event, { value }) => (isUnit(value) ? void actions.changeTieOut({ ...tieOut, choices: { ...tieOut.choices, unit: value } }) : undefined)}>
        {unit === null ? <option value="">{words.unitReasons.unknown}</option> : null}
        <UnitOptions />
      </Select>
    </Field>
  );
}

/** The price level of the table's figures; one that no heading states can be told. */
function PriceLevelChoice({ tieOut, page, agreement }: { readonly tieOut: TieOutSession; readonly page: TieOutPage; readonly agreement: Agreement }) {
  const { texts, actions } = usePane();
  const words = texts.tieOut;
  const levels = priceLevelsToChoose(agreement, page.priceLevel);
  if (levels.length === 0) return null;
  return (
    <Field label={words.priceLevel}>
      <Select lang="da" value={page.priceLevel ?? ''} onChange={(_event, { value }) => (value === '' ? undefined : void actions.changeTieOut({ ...tieOut, choices: { ...tieOut.choices, priceLevel: value } }))}>
        {page.priceLevel === null ? <option value="">{words.priceLevelUnknown}</option> : null}
        {levels.map((level) => (
          <option key={level} value={level}>
            {level}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Remembers the comparison, or forgets it; says what the one does and that the other is the case. */
function Remembering({ tieOut, isInWorkbook }: { readonly tieOut: TieOutSession; readonly isInWorkbook: boolean }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const isBusy = usePaneState().activity !== null;
  const words = texts.tieOut;
  const { remembered } = tieOut;
  if (!isInWorkbook) return <p className={styles.aside}>{words.insertFirst}</p>;
  return (
    <>
      <p className={styles.aside}>{remembered === undefined ? words.rememberHint : words.isRemembered}</p>
      <Button size="small" disabledFocusable={isBusy} onClick={() => void (remembered === undefined ? actions.rememberComparison() : actions.forgetComparison(remembered))}>
        {remembered === undefined ? words.remember : words.forget}
      </Button>
    </>
  );
}

/** The offer to write formulas beside the table, where there are figures that a formula can say the same of; else why there are none. */
function Writing({ page, isOpened }: { readonly page: TieOutPage; readonly isOpened: boolean }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const isBusy = usePaneState().activity !== null;
  const words = texts.tieOut;
  if (isOpened) return <p className={styles.aside}>{words.writeNeedsWorkbook}</p>;
  return (
    <>
      {page.converted === 0 ? null : <p className={styles.aside}>{page.writable === 0 ? words.writeNotConverted : words.writeWithoutConverted(page.converted)}</p>}
      {page.writable === 0 ? null : (
        <Button size="small" disabledFocusable={isBusy} onClick={() => void actions.insertTieOut()}>
          {words.write}
        </Button>
      )}
    </>
  );
}

/** That the table states no price level, while the agreement has one. */
function PriceLevelNote({ page, agreement }: { readonly page: TieOutPage | null; readonly agreement: Agreement | null }) {
  const styles = useStyles();
  const { texts } = usePane();
  const level = agreement?.priceLevel ?? null;
  return level === null || page === null || page.priceLevel !== null || page.refusal !== null ? null : <p className={styles.aside}>{texts.tieOut.noPriceLevel(level)}</p>;
}

/** Why nothing was compared, or that everything agrees; nothing where the list of differences says it. */
function Verdict({ page }: { readonly page: TieOutPage }) {
  const { texts, language } = usePane();
  const { refusal, counts, differing, uncompared, shared, sharedColumns } = page;
  const words = texts.tieOut;
  if (refusal !== null) {
    const [here, there] = refusal.kind === 'other-price-level' ? [refusal.statedHere, refusal.statedThere] : refusal.kind === 'unit-doubtful' ? [formatUnit(refusal.stated, language), formatUnit(refusal.fitting, language)] : ['', ''];
    return <EmptyState text={words.refusals[refusal.kind](here, there)} mark="not-checkable" />;
  }
  if (differing.length > 0) return null;
  if (counts.agrees + counts['agrees-within-rounding'] === 0) return <EmptyState text={words.nothingCompared} mark="not-checkable" />;
  return <EmptyState text={words.allAgree} mark={uncompared.length + shared.length + sharedColumns.length === 0 ? 'agrees' : 'not-checkable'} />;
}

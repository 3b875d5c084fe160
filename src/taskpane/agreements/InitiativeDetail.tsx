import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, TableAddRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { catalogueOf, currentAgreements } from '../../core/catalogue/catalogue';
import { formatUnit, type Language } from '../../core/money/danish-number';
import { type Unit } from '../../core/money/unit';
import { CopyField } from '../parts/CopyField';
import { ProfileBars } from '../figures/ProfileBars';
import { FiguresTable } from '../figures/FiguresTable';
import { PaneHeading } from '../parts/PaneHeading';
import { SourceLink } from '../parts/SourceLink';
import { usePane, usePaneState } from '../services/pane-context';
import { poolsOf, totalFormula } from '../view-models/agreements/agreements';
import { agreementName, type AgreementAtHand } from '../view-models/agreements/agreements-at-hand';
import { shownInitiative, textColumns } from '../view-models/amounts/figures';
import { levelOf } from '../view-models/amounts/price-levels';
import { initiativeTimeline } from '../view-models/amounts/timeline';
import { wordTable } from '../view-models/amounts/word-table';
import { CopyTable } from './CopyTable';
import { type Texts } from '../texts/texts';
import { DetailBlock } from './DetailBlock';
import { InitiativeTimeline } from '../figures/InitiativeTimeline';
import { PoolItem } from './PoolItem';
import { StatedItem } from '../figures/StatedItem';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  bar: { flexShrink: 0, padding: '4px 6px' },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 12px 16px', display: 'flex', flexDirection: 'column', gap: '14px' },
  detail: { margin: '2px 0 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  text: { margin: '0 0 4px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  foot: { flexShrink: 0, padding: '8px 12px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
  button: { width: '100%' },
});

interface InitiativeDetailProps {
  readonly atHand: readonly AgreementAtHand[];
  readonly opened: AgreementAtHand;
  readonly index: number;
}

/** One initiative: its figures, formula, amounts in the text, pools, notes and where it stands. */
export function InitiativeDetail({ atHand, opened, index }: InitiativeDetailProps) {
  const styles = useStyles();
  const { texts, language, store, actions, can } = usePane();
  const { activity, listSeparator, settings } = usePaneState();
  const { agreement } = opened;
  const initiative = agreement.initiatives[index];
  const catalogue = useMemo(() => {
    const own = atHand.filter(({ origin }) => origin === 'workbook').map((one) => one.agreement);
    return catalogueOf(currentAgreements(catalogueOf(atHand.map((one) => one.agreement), own)));
  }, [atHand]);
  const timeline = useMemo(() => (initiative === undefined ? null : initiativeTimeline(agreement, initiative, atHand.map((one) => one.agreement))), [agreement, initiative, atHand]);
  if (initiative === undefined) return null;
  const { sha256 } = agreement.document;
  const formula = totalFormula(agreement, initiative, catalogue, listSeparator);
  const unit = initiative.unit ?? agreement.unit;
  const shown = shownInitiative(initiative, settings.unit);
  const facts = [unit === null ? null : unitFact(unit, shown.unit ?? unit, texts, language), levelOf({ initiative, agreement })].filter((fact) => fact !== null);
  const pools = poolsOf(agreement, initiative);
  const copied = wordTable(agreement, initiative, texts.figures, language);
  const close = (): void => store.dispatch({ type: 'initiative-opened', initiative: null });
  return (
    <div className={styles.view} onKeyDown={(event) => (event.key === 'Escape' && !event.defaultPrevented ? close() : undefined)}>
      <div className={styles.bar}>
        <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={close}>
          {texts.back}
        </Button>
      </div>
      <div className={styles.scroller}>
        <div>
          <PaneHeading lang="da">{initiative.title ?? texts.agreements.damagedTitle}</PaneHeading>
          <p className={styles.detail} lang="da">
            {[agreementName(agreement), ...initiative.group].join(' › ')}
          </p>
          <p className={styles.detail}>
            {facts.join(' · ')}
            {facts.length > 0 ? ' · ' : null}
            <SourceLink sha256={sha256} position={initiative.position} quote={null} />
          </p>
        </div>
        <DetailBlock title={texts.agreements.figures}>
          <ProfileBars initiative={initiative} />
          {initiative.total === null && initiative.components.length === 0 ? <p className={styles.text}>{texts.agreements.noFigures}</p> : <FiguresTable initiative={shown} />}
          {copied === null ? null : <CopyTable table={copied} />}
        </DetailBlock>
        {timeline === null ? null : (
          <DetailBlock title={texts.timeline.heading}>
            <InitiativeTimeline timeline={timeline} />
          </DetailBlock>
        )}
        {formula === null ? null : (
          <DetailBlock title={texts.agreements.formula}>
            <CopyField label={texts.agreements.formula} value={formula} />
            {opened.origin === 'opened' ? <p className={styles.detail}>{texts.agreements.formulaAfterInsert}</p> : null}
          </DetailBlock>
        )}
        {textColumns(initiative, texts.agreements.recommendation).map(({ header, text }) => (
          <DetailBlock key={header} title={header}>
            <p className={styles.text} lang="da">
              {text}
            </p>
          </DetailBlock>
        ))}
        {initiative.stated.length > 0 ? (
          <DetailBlock title={texts.agreements.stated}>
            {initiative.stated.map((stated, position) => (
              <StatedItem key={position} stated={stated} sha256={sha256} />
            ))}
          </DetailBlock>
        ) : null}
        {pools.length > 0 ? (
          <DetailBlock title={texts.agreements.pools}>
            {pools.map((pool, position) => (
              <PoolItem key={position} pool={pool} sha256={sha256} />
            ))}
          </DetailBlock>
        ) : null}
        <TextBlock title={texts.agreements.notes} lines={initiative.notes} />
        <TextBlock title={texts.agreements.sources} lines={initiative.sources} />
      </div>
      <div className={styles.foot}>
        <Button className={styles.button} appearance="primary" icon={<TableAddRegular />} disabledFocusable={activity !== null || !can.writeWorkbook} onClick={() => void actions.insertInitiative(agreement, index)}>
          {texts.agreements.insertTable}
        </Button>
      </div>
    </div>
  );
}

/** The unit of the figures as they are shown, with the document's where that is another. */
function unitFact(printed: Unit, shown: Unit, texts: Texts, language: Language): string {
  return shown === printed ? formatUnit(printed, language) : texts.agreements.shownIn(formatUnit(shown, language), formatUnit(printed, language));
}

function TextBlock({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <DetailBlock title={title}>
      {lines.map((line, index) => (
        <p key={index} className={styles.text} lang="da">
          {line}
        </p>
      ))}
    </DetailBlock>
  );
}

import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { cautionText, changedName, conditionText, pairReasonText, rowTitle } from '../../core/edition/change-texts';
import { type EditionRow } from '../../core/edition/edition';
import { EmptyState } from '../parts/EmptyState';
import { PagedList } from '../parts/lists/PagedList';
import { PaneHeading } from '../parts/PaneHeading';
import { Section } from '../parts/Section';
import { usePane, usePaneState } from '../services/pane-context';
import { useAgreementsAtHand } from '../services/use-agreements-at-hand';
import { type EditionSession } from '../state/pane-state';
import { type AgreementAtHand, agreementName } from '../view-models/agreements/agreements-at-hand';
import { editionPage, type EditionPage } from '../view-models/agreements/editions';
import { ChangeCard } from './ChangeCard';
import { Pairing } from './Pairing';
import { TakeOverQuestion } from './TakeOverQuestion';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  head: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '8px', padding: '8px 12px 12px' },
  back: { alignSelf: 'flex-start', marginLeft: '-8px' },
  aside: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  caution: { margin: 0, padding: '4px 8px', borderLeft: `3px solid ${tokens.colorPaletteDarkOrangeBorderActive}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  foot: { display: 'flex', flexDirection: 'column', gap: '8px', flexShrink: 0, padding: '8px 12px 12px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2 },
});

/** Two editions side by side: what changed, with both places; and, where one of them can, the way to let it take the other's place. */
export function EditionView({ session }: { readonly session: EditionSession }) {
  const styles = useStyles();
  const { texts, language, actions, can } = usePane();
  const { activity } = usePaneState();
  const atHand = useAgreementsAtHand();
  const { old, now, pairing, preview, view } = session;
  const page = useMemo(() => editionPage({ old, now, pairing }, atHand), [old, now, pairing, atHand]);
  const words = texts.editions;
  const isBusy = activity !== null;
  return (
    <div className={styles.view}>
      <div className={styles.scroller}>
        <div className={styles.head}>
          <Button className={styles.back} size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => actions.closeEditions()}>
            {words.back}
          </Button>
          <PaneHeading>{words.heading}</PaneHeading>
          {view === 'agreements' ? <EditionChoice session={session} atHand={atHand} /> : <p className={styles.aside}>{page === null ? '' : `${page.old.document.name} → ${page.now.document.name}`}</p>}
          {page?.comparison.cautions.map((caution) => (
            <p key={caution.kind + ('edition' in caution ? caution.edition : '')} className={styles.caution}>
              {cautionText(caution, language)}
            </p>
          ))}
        </div>
        {page === null ? <EmptyState text={words.noLongerHere} mark="not-checkable" /> : <Changes page={page} />}
      </div>
      {page === null ? null : (
        <div className={styles.foot}>
          {preview === null ? (
            <>
              {page.canTakeOver && can.takeOver ? (
                <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void actions.previewTakeOver()}>
                  {words.takeOver}
                </Button>
              ) : null}
              {can.insertChanges ? (
                <Button size="small" disabledFocusable={isBusy} onClick={() => void actions.insertChanges()}>
                  {words.write}
                </Button>
              ) : null}
            </>
          ) : (
            <TakeOverQuestion preview={preview} />
          )}
        </div>
      )}
    </div>
  );
}

/** Which two agreements at hand are compared. */
function EditionChoice({ session, atHand }: { readonly session: EditionSession; readonly atHand: readonly AgreementAtHand[] }) {
  const { texts, actions } = usePane();
  const { old, now, view } = session;
  const choose = (label: string, value: string, onChoose: (sha256: string) => void) => (
    <Field label={label}>
      <Select lang="da" value={value} onChange={(_event, chosen) => onChoose(chosen.value)}>
        {atHand.map(({ agreement }) => (
          <option key={agreement.document.sha256} value={agreement.document.sha256}>
            {`${agreementName(agreement)} (${agreement.document.name})`}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <>
      {choose(texts.editions.old, old, (sha256) => actions.compareEditions(sha256, now, view))}
      {choose(texts.editions.now, now, (sha256) => actions.compareEditions(old, sha256, view))}
    </>
  );
}

function Changes({ page }: { readonly page: EditionPage }) {
  const { texts, language } = usePane();
  const { old, now, comparison, isChanged } = page;
  const words = texts.editions;
  const sources = { old, now };
  const changed = comparison.rows.filter(({ kinds }) => kinds.length > 0);
  const unchanged = comparison.rows.filter(({ kinds }) => kinds.length === 0);
  const totals = comparison.totals.filter(({ kinds }) => kinds.length > 0);
  const pools = comparison.pools.filter(({ kinds }) => kinds.length > 0);
  return (
    <>
      {isChanged ? null : <EmptyState text={words.same} mark={comparison.cautions.length === 0 ? 'agrees' : 'not-checkable'} />}
      {changed.length === 0 ? null : (
        <Section title={words.initiatives} count={changed.length} isOpenAtFirst>
          <PagedList items={changed} pageSize={25} keyOf={keyOfRow}>
            {(row) => (
              <ChangeCard
                title={rowTitle(old, now, row, language)}
                {...(row.reason === null || row.reason === 'name' || row.reason === 'number-and-name' ? {} : { aside: pairReasonText(row.reason, language) })}
                kinds={row.kinds}
                figures={row.figures}
                places={{ old: old.initiatives[row.old[0] ?? -1]?.position ?? null, now: now.initiatives[row.now[0] ?? -1]?.position ?? null }}
                sources={sources}
                parts={partsOf(page, row)}
              />
            )}
          </PagedList>
        </Section>
      )}
      {totals.length === 0 ? null : (
        <Section title={words.totals} count={totals.length} isOpenAtFirst>
          <PagedList items={totals} keyOf={(one) => `${one.old} ${one.now}`}>
            {(one) => <ChangeCard title={changedName(old.totals[one.old ?? -1]?.label, now.totals[one.now ?? -1]?.label)} kinds={one.kinds} figures={one.figures} sources={sources} />}
          </PagedList>
        </Section>
      )}
      {pools.length === 0 ? null : (
        <Section title={words.pools} count={pools.length} isOpenAtFirst>
          <PagedList items={pools} keyOf={(one) => `${one.old} ${one.now}`}>
            {(one) => (
              <ChangeCard
                title={changedName(old.pools[one.old ?? -1]?.title, now.pools[one.now ?? -1]?.title)}
                kinds={one.kinds}
                figures={one.figures}
                texts={one.conditions.map(({ condition, old: was, now: is }) => `${conditionText(condition, language)}: ${was || '–'} → ${is || '–'}`)}
                places={{ old: old.pools[one.old ?? -1]?.position ?? null, now: now.pools[one.now ?? -1]?.position ?? null }}
                sources={sources}
              />
            )}
          </PagedList>
        </Section>
      )}
      {unchanged.length === 0 ? null : (
        <Section title={words.unchanged} count={unchanged.length}>
          <PagedList items={unchanged} keyOf={keyOfRow}>
            {(row) => <div lang="da">{rowTitle(old, now, row, language)}</div>}
          </PagedList>
        </Section>
      )}
      <Pairing page={page} />
    </>
  );
}

function keyOfRow({ old, now }: EditionRow): string {
  return `${old.join()} ${now.join()}`;
}

function partsOf({ old, now }: EditionPage, row: EditionRow) {
  return row.components
    .filter(({ kinds }) => kinds.length > 0)
    .map((one) => ({ title: changedName(old.initiatives[row.old[0] ?? -1]?.components[one.old ?? -1]?.label, now.initiatives[row.now[0] ?? -1]?.components[one.now ?? -1]?.label), kinds: one.kinds, figures: one.figures }));
}

import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { ArrowSwapRegular, MathFormulaRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { InsertFunction } from '../insert-function/InsertFunction';
import { EmptyState } from '../parts/EmptyState';
import { PagedList } from '../parts/lists/PagedList';
import { PaneHeading } from '../parts/PaneHeading';
import { usePane, usePaneState } from '../services/pane-context';
import { type InitiativeKey } from '../state/pane-state';
import { useAgreementsAtHand } from '../services/use-agreements-at-hand';
import { searchAgreements, type SearchHit } from '../view-models/agreements/agreements';
import { agreementName } from '../view-models/agreements/agreements-at-hand';
import { latestTwo } from '../view-models/agreements/editions';
import { yearsText } from '../view-models/amounts/years';
import { InitiativeDetail } from './InitiativeDetail';
import { hitId, InitiativeHit } from './InitiativeHit';
import { StatedItem } from '../figures/StatedItem';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: { flexShrink: 0, display: 'flex', flexDirection: 'column', gap: '10px', padding: '16px 12px 12px' },
  search: { width: '100%', maxWidth: 'none' },
  opener: { alignSelf: 'flex-start' },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  agreement: { padding: '0 12px 16px' },
  /** In a low window it would stand over what it heads. */
  agreementHead: { position: 'sticky', top: 0, zIndex: 1, padding: '6px 0', backgroundColor: tokens.colorNeutralBackground1, '@media (max-height: 400px)': { position: 'static' } },
  trouble: { margin: '0 12px 10px', padding: '4px 8px', borderLeft: `3px solid ${tokens.colorPaletteDarkOrangeBorderActive}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere', hyphens: 'auto' },
  detail: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** The id of the button that opens the dialogue for functions. */
const OPENER_ID = 'open-insert-function';

/** Every agreement at hand: search as you type, open an initiative. */
export function AgreementsView() {
  const styles = useStyles();
  const { texts, store, actions, can } = usePane();
  const state = usePaneState();
  const [isInserting, setIsInserting] = useState(false);
  const atHand = useAgreementsAtHand();
  const open = state.openInitiative;
  useReturnToHit(open);
  const opened = open === null ? undefined : atHand.find(({ agreement }) => agreement.document.sha256 === open.sha256);
  if (open !== null && opened !== undefined) return <InitiativeDetail key={`${open.sha256} ${open.index}`} atHand={atHand} opened={opened} index={open.index} />;
  if (isInserting) {
    const close = (): void => {
      setIsInserting(false);
      requestAnimationFrame(() => document.getElementById(OPENER_ID)?.focus());
    };
    return <InsertFunction onClose={close} />;
  }
  const latest = latestTwo(atHand);
  const hits = searchAgreements(atHand, state.query);
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <PaneHeading>{texts.views.agreements}</PaneHeading>
        <SearchBox className={styles.search} aria-label={texts.agreements.search} placeholder={texts.agreements.searchHint} value={state.query} onChange={(_event, { value }) => store.dispatch({ type: 'query-changed', query: value })} />
        {latest !== null ? (
          <Button className={styles.opener} size="small" icon={<ArrowSwapRegular />} onClick={() => actions.compareEditions(latest.old, latest.now, 'agreements')}>
            {texts.editions.open}
          </Button>
        ) : null}
        {can.insertFormulas ? (
          <Button id={OPENER_ID} className={styles.opener} size="small" icon={<MathFormulaRegular />} onClick={() => setIsInserting(true)}>
            {texts.insertFunction.open}
          </Button>
        ) : null}
      </div>
      <div className={styles.scroller}>
        {state.catalogueTrouble === null ? null : <p className={styles.trouble}>{texts.agreements.catalogueTroubles[state.catalogueTrouble]}</p>}
        {atHand.length === 0 ? <EmptyState text={texts.agreements.empty} /> : null}
        {atHand.length > 0 && hits.length === 0 ? <EmptyState text={texts.agreements.noHits(state.query)} /> : null}
        {hits.map((hit) => (
          <AgreementHits key={`${hit.agreement.document.sha256} ${state.query}`} hit={hit} />
        ))}
      </div>
    </div>
  );
}

/** Puts the focus back on the hit whose initiative was closed, so that the next one is a key away. */
function useReturnToHit(open: InitiativeKey | null): void {
  const last = useRef<InitiativeKey | null>(null);
  useEffect(() => {
    if (open === null && last.current !== null) document.getElementById(hitId(last.current))?.focus();
    last.current = open;
  }, [open]);
}

function AgreementHits({ hit }: { readonly hit: SearchHit }) {
  const styles = useStyles();
  const { texts } = usePane();
  const { agreement, origin, initiatives, mentions } = hit;
  const count = mentions.length > 0 ? texts.preview.counts.mentions(mentions.length) : texts.agreements.hits(initiatives.length);
  const facts = [count, yearsText(agreement.years), agreement.priceLevel, texts.agreements.origins[origin]].filter((fact) => fact !== null);
  return (
    <section className={styles.agreement}>
      <div className={styles.agreementHead}>
        <h3 className={styles.title} lang="da" title={agreementName(agreement)}>
          {agreementName(agreement)}
        </h3>
        <div className={styles.detail}>{facts.join(' · ')}</div>
      </div>
      <PagedList items={initiatives} pageSize={30} keyOf={({ index }) => String(index)}>
        {({ initiative, index }) => <InitiativeHit initiative={initiative} initiativeKey={{ sha256: agreement.document.sha256, index }} />}
      </PagedList>
      <PagedList items={mentions} pageSize={30} keyOf={(_mention, index) => String(index)}>
        {(mention) => <StatedItem stated={mention} sha256={agreement.document.sha256} />}
      </PagedList>
    </section>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { PagedList } from '../parts/lists/PagedList';
import { Disclosure } from '../parts/lists/Disclosure';
import { usePane } from '../services/pane-context';
import { listCards, type CardGroup, type CauseCard } from '../view-models/findings/cause-cards';
import { CauseItem } from './CauseItem';

const useStyles = makeStyles({
  group: { paddingBottom: '8px' },
  heading: { margin: '4px 0 4px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', hyphens: 'auto' },
});

interface FindingListProps {
  readonly cards: readonly CauseCard[];
  /** The hash of the document that the findings are about; null where they come from several imports. */
  readonly sha256: string | null;
  /** Whether notes stand among the rest, because nothing else is shown. */
  readonly areNotesOpen?: boolean;
  /** How deep it stands: under the view's own heading, or under that of a section. */
  readonly headingLevel?: 3 | 4;
}

/** What there is to look at, the gravest first, under the initiatives that it is about; notes are folded away. */
export function FindingList({ cards, sha256, areNotesOpen = false, headingLevel = 4 }: FindingListProps) {
  const { texts } = usePane();
  const { toDecide, notes, noteCount } = useMemo(() => listCards(cards), [cards]);
  return (
    <>
      <CardGroups groups={toDecide} sha256={sha256} headingLevel={headingLevel} />
      {noteCount > 0 && !areNotesOpen ? (
        <Disclosure label={`${texts.findings.notes} (${noteCount})`}>
          <CardGroups groups={notes} sha256={sha256} headingLevel={headingLevel} />
        </Disclosure>
      ) : null}
      {areNotesOpen ? <CardGroups groups={notes} sha256={sha256} headingLevel={headingLevel} /> : null}
    </>
  );
}

function CardGroups({ groups, sha256, headingLevel }: { readonly groups: readonly CardGroup[]; readonly sha256: string | null; readonly headingLevel: 3 | 4 }) {
  const styles = useStyles();
  const { texts } = usePane();
  const Heading = headingLevel === 3 ? 'h3' : 'h4';
  return (
    <PagedList items={groups} pageSize={25} keyOf={({ key }) => key}>
      {({ initiative, cards }) => (
        <section className={styles.group}>
          <Heading className={styles.heading} {...(initiative === null ? {} : { lang: 'da' })}>
            {initiative ?? texts.findings.wholeAgreement}
          </Heading>
          {cards.map((card) => (
            <CauseItem key={card.key} card={card} sha256={sha256} />
          ))}
        </section>
      )}
    </PagedList>
  );
}

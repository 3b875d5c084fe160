import { useRef } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Disclosure } from '../parts/lists/Disclosure';
import { VerdictMark } from '../parts/VerdictMark';
import { VisuallyHidden } from '../parts/VisuallyHidden';
import { SourceLink } from '../parts/SourceLink';
import { WayLink } from '../parts/WayLink';
import { usePane, usePaneState } from '../services/pane-context';
import { cardId, openKeys, standingOfCard, type CauseCard } from '../view-models/findings/cause-cards';
import { aboutCard, documentOf } from '../view-models/findings/finding-walk';
import { DecisionOffers } from './decisions/DecisionOffers';
import { FindingCard } from './FindingCard';
import { useCardStyles } from './card-styles';

const useStyles = makeStyles({
  below: { paddingLeft: '26px' },
  message: { margin: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
});

interface CauseItemProps {
  readonly card: CauseCard;
  /** The hash of the document that it is about; null where it follows from the import. */
  readonly sha256: string | null;
}

/** One thing to look at: what is likely wrong, and folded below it the checks that it explains. A cause of one check is shown as that check. */
export function CauseItem({ card, sha256 }: CauseItemProps) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const [head, ...rest] = card.findings;
  if (head === undefined) return null;
  if (rest.length === 0) return <FindingCard finding={head} sha256={sha256} explanation={card.cause?.kind === 'figure' || card.cause?.kind === 'row' ? card.cause.message[language] : null} />;
  const isEdit = card.cause?.kind === 'edit';
  const below = isEdit ? rest : card.findings;
  return (
    <>
      {isEdit ? <FindingCard finding={head} sha256={sha256} together={openKeys(card)} /> : <CauseHead card={card} sha256={sha256} />}
      <div className={styles.below}>
        <Disclosure label={isEdit ? texts.findings.caused(below.length) : texts.findings.explained(below.length)}>
          {below.map((finding) => (
            <FindingCard key={finding.key} finding={finding} sha256={sha256} />
          ))}
        </Disclosure>
      </div>
    </>
  );
}

/** What is likely wrong, with its cell and its line in the document. */
function CauseHead({ card, sha256 }: CauseItemProps) {
  const styles = useStyles();
  const cardStyles = useCardStyles();
  const { texts, language, actions, store, can } = usePane();
  const { workbook, finding } = usePaneState();
  const self = useRef<HTMLElement>(null);
  const { cause, place, importId } = card;
  const standing = standingOfCard(card);
  const about = aboutCard(card, sha256 ?? documentOf(card, workbook));
  const keys = openKeys(card);
  const isOffered = can.acceptTogether && importId !== null && keys.length > 1;
  return (
    <article ref={self} tabIndex={-1} data-finding={cardId(card)} {...(importId === null ? {} : { onFocus: () => store.dispatch({ type: 'finding-chosen', finding: cardId(card) }) })} aria-label={texts.standings[standing]} className={mergeClasses(cardStyles.card, finding === cardId(card) && cardStyles.current)}>
      <VerdictMark kind={standing} />
      <div className={cardStyles.body}>
        <VisuallyHidden>{texts.standings[standing]}</VisuallyHidden>
        <p className={styles.message}>{cause?.message[language]}</p>
        <div className={cardStyles.actions}>
          {place === null ? null : (
            <WayLink way="cell" onClick={() => void actions.selectPlace(place)}>
              {texts.findings.goTo(`${place.sheet}!${place.address}`)}
            </WayLink>
          )}
          {about === null ? null : <SourceLink {...about} />}
          {isOffered ? <DecisionOffers offers={[{ kind: 'accept', keys, text: texts.findings.acceptAll(keys.length) }]} onClose={() => self.current?.focus({ preventScroll: true })} /> : null}
        </div>
      </div>
    </article>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { initiativeName, pairReasonText } from '../../core/edition/change-texts';
import { PagedList } from '../parts/lists/PagedList';
import { Section } from '../parts/Section';
import { RoleItem } from '../selection/RoleItem';
import { usePane, usePaneState } from '../services/pane-context';
import { type EditionPage } from '../view-models/agreements/editions';

const useStyles = makeStyles({
  hint: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Each choice offers the whole old edition, so few are shown at first. */
const ROWS_AT_FIRST = 12;

/** What an initiative of the new edition is in the old one where it is none. */
const NONE = 'none';

/** Which initiative of the old edition each of the new one is; another choice compares again. */
export function Pairing({ page }: { readonly page: EditionPage }) {
  const styles = useStyles();
  const { texts, language, actions } = usePane();
  const isBusy = usePaneState().activity !== null;
  const { old, now, comparison } = page;
  const words = texts.editions;
  const places = old.initiatives.map((_initiative, place) => String(place));
  const names = { [NONE]: words.none, ...Object.fromEntries(places.map((place) => [place, initiativeName(old, Number(place), language)])) };
  const pairs = now.initiatives.map((_initiative, place) => ({ place, row: comparison.rows.find((row) => row.now.includes(place)) }));
  return (
    <Section title={words.pairing} count={pairs.length}>
      <p className={styles.hint}>{words.pairingHint}</p>
      <PagedList items={pairs} pageSize={ROWS_AT_FIRST} keyOf={({ place }) => String(place)}>
        {({ place, row }) => (
          <RoleItem
            title={initiativeName(now, place, language)}
            aside={row?.reason === null || row?.reason === undefined ? '' : pairReasonText(row.reason, language)}
            role={String(row?.old[0] ?? NONE)}
            roles={[NONE, ...places]}
            roleNames={names}
            isBusy={isBusy}
            onChange={(chosen) => actions.pairInitiative(place, chosen === NONE ? null : Number(chosen))}
          />
        )}
      </PagedList>
    </Section>
  );
}

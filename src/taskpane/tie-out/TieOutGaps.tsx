import { makeStyles, tokens } from '@fluentui/react-components';
import { PagedList } from '../parts/lists/PagedList';
import { Section } from '../parts/Section';
import { SourceLink } from '../parts/SourceLink';
import { usePane } from '../services/pane-context';
import { type CellPlace } from '../../excel/workbook-port';
import { WayLink } from '../parts/WayLink';
import { type TieOutPage } from '../view-models/selection/tie-out';

const useStyles = makeStyles({
  item: { margin: '0 0 6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

/** What was not compared and why, then what stands on one side only. */
export function TieOutGaps({ page, sha256 }: { readonly page: TieOutPage; readonly sha256: string }) {
  const styles = useStyles();
  const { texts } = usePane();
  const { uncompared, shared, sharedColumns, onlySums, idleColumns, onlyHere, onlyThere } = page;
  const words = texts.tieOut;
  const gaps = [
    ...shared.map(({ name, place }) => ({ text: words.shared(name), place })),
    ...(sharedColumns.length === 0 ? [] : [{ text: words.sharedColumns(sharedColumns.join(', ')), place: null }]),
    ...onlySums.map(({ name, place }) => ({ text: words.onlySum(name), place })),
    ...uncompared.map(({ gap, columnName, count, place }) => ({ text: `${words.cells(count, columnName)}: ${words.gaps[gap]}.`, place })),
    ...(idleColumns.length === 0 ? [] : [{ text: words.idleColumns(idleColumns.join(', ')), place: null }]),
  ];
  return (
    <>
      {gaps.length === 0 ? null : (
        <Section title={words.uncompared} count={gaps.length} isOpenAtFirst>
          <PagedList items={gaps} pageSize={25} keyOf={(_gap, index) => String(index)}>
            {({ text, place }) => (
              <p className={styles.item}>
                {text} {place === null ? null : <PlaceLink place={place} />}
              </p>
            )}
          </PagedList>
        </Section>
      )}
      {onlyHere.length === 0 ? null : (
        <Section title={words.onlyHere} count={onlyHere.length}>
          <PagedList items={onlyHere} keyOf={({ place }) => place.address}>
            {({ name, place }) => (
              <p className={styles.item}>
                {name} <PlaceLink place={place} />
              </p>
            )}
          </PagedList>
        </Section>
      )}
      {onlyThere.length === 0 ? null : (
        <Section title={words.onlyThere} count={onlyThere.length}>
          <PagedList items={onlyThere} keyOf={(_one, index) => String(index)}>
            {({ title, source }) => (
              <p className={styles.item}>
                <span lang="da">{title}</span> {source === null ? null : <SourceLink sha256={sha256} {...source} />}
              </p>
            )}
          </PagedList>
        </Section>
      )}
    </>
  );
}

function PlaceLink({ place }: { readonly place: CellPlace }) {
  const { texts, actions } = usePane();
  return (
    <WayLink onClick={() => void actions.selectPlace(place)}>
      {texts.findings.goTo(`${place.sheet}!${place.address}`)}
    </WayLink>
  );
}

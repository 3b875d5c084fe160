import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { type WorkbookComparison } from '../../excel/workbook-port';
import { Section } from '../parts/Section';
import { usePane, usePaneState } from '../services/pane-context';

const useStyles = makeStyles({
  item: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', margin: '0 0 6px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

/** The user's own tables that are compared with an agreement, each with the way to its comparison; one that is gone can be forgotten here. */
export function RememberedComparisons({ comparisons }: { readonly comparisons: readonly WorkbookComparison[] }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const isBusy = usePaneState().activity !== null;
  const words = texts.tieOut;
  if (comparisons.length === 0) return null;
  const nameOf = ({ place, seen }: WorkbookComparison): string => `${(place ?? seen).sheet}!${(place ?? seen).address}`;
  return (
    <Section title={words.comparisons} count={comparisons.length} isOpenAtFirst>
      {comparisons.map((comparison) => (
        <div key={comparison.id} className={styles.item}>
          {comparison.place === null ? (
            <span>{words.gone(nameOf(comparison))}</span>
          ) : (
            <>
              <Link as="button" inline style={{ fontSize: 'inherit' }} disabled={isBusy} onClick={() => void actions.openComparison(comparison)}>
                {words.open(nameOf(comparison))}
              </Link>
              <span>{words.differingCells(comparison.differing)}</span>
            </>
          )}
          <Link as="button" inline style={{ fontSize: 'inherit' }} disabled={isBusy} onClick={() => void actions.forgetComparison(comparison.id)}>
            {words.forget}
          </Link>
        </div>
      ))}
    </Section>
  );
}

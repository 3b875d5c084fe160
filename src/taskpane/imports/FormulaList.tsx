import { makeStyles } from '@fluentui/react-components';
import { type DependentFormulas } from '../../excel/workbook-port';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({ items: { margin: 0, paddingLeft: '16px' } });

/** The user's formulas, each with its place, and how many more there are. */
export function FormulaList({ found: { count, formulas } }: { readonly found: DependentFormulas }) {
  const styles = useStyles();
  const { texts } = usePane();
  const more = count - formulas.length;
  return (
    <ul className={styles.items}>
      {formulas.map(({ place, formula }) => (
        <li key={`${place.sheet}!${place.address}`}>
          {place.sheet}!{place.address}: <code>{formula}</code>
        </li>
      ))}
      {more > 0 ? <li>{texts.start.moreDependents(more)}</li> : null}
    </ul>
  );
}

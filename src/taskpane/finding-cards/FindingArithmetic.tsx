import { makeStyles, tokens } from '@fluentui/react-components';
import { editedAfterImport } from '../../core/reconciliation/worksheet/edited-after-import';
import { comparedFigures } from '../../core/reconciliation/worksheet/compared-figures';
import { isOfSheet } from '../../core/reconciliation/worksheet/is-of-sheet';
import { type WorkbookFinding } from '../../excel/workbook-port';
import { usePane } from '../services/pane-context';
import { ComparedColumns } from './ComparedColumns';
import { figureText } from '../view-models/amounts/figures';

const useStyles = makeStyles({
  figures: { display: 'flex', flexWrap: 'wrap', columnGap: '10px', rowGap: '2px', margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: 'tabular-nums' },
  unusual: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  pair: { display: 'flex', gap: '4px', whiteSpace: 'nowrap' },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

/** The figures of a check: the one in the document or in the user's own table, or what a cell or a sentence states where the workbook may say something else, what was computed, their difference, and what rounding could explain. */
export function FindingArithmetic({ finding: { check, importId } }: { readonly finding: WorkbookFinding }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const isOfDocument = importId === null || check.rule === editedAfterImport.id;
  const stated = isOfSheet(check) ? texts.findings.inSheet : isOfDocument ? texts.findings.inDocument : texts.findings.stated;
  if (check.compared !== undefined) return <ComparedColumns columns={check.compared} here={stated} there={check.label ?? texts.findings.computed} />;
  const { inDocument, inSheet, computed, atMost, difference, bound } = comparedFigures(check);
  const terms = [
    { term: stated, amount: inDocument ?? inSheet },
    { term: texts.findings.computed, amount: computed },
    { term: texts.findings.atMost, amount: atMost },
    { term: texts.findings.residual, amount: difference },
    { term: texts.findings.bound, amount: bound === null || bound.coefficient === 0 ? null : bound },
  ].flatMap(({ term, amount }) => (amount === null ? [] : [{ term, value: figureText(amount, language) }]));
  if (terms.length < 2) return null;
  return (
    <>
      <dl className={styles.figures}>
        {terms.map(({ term, value }) => (
          <div key={term} className={styles.pair}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {check.isUnusual ? <span className={styles.unusual}>{texts.findings.unusual}</span> : null}
    </>
  );
}

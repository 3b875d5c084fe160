import { Button, Checkbox, Link, makeStyles, tokens } from '@fluentui/react-components';
import { type TakeOverPreview } from '../../excel/workbook-port';
import { FormulaList } from '../imports/FormulaList';
import { usePane, usePaneState } from '../services/pane-context';

const useStyles = makeStyles({
  question: { display: 'flex', flexDirection: 'column', gap: '8px', maxHeight: '45vh', overflowY: 'auto', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  text: { margin: 0 },
  cell: { display: 'flex', flexDirection: 'column' },
  buttons: { display: 'flex', gap: '8px' },
});

/** What a take-over would come to, before anything is written: the user's own cells that both sides changed, and what formulas lose. */
export function TakeOverQuestion({ preview }: { readonly preview: TakeOverPreview }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const { editions, activity } = usePaneState();
  const words = texts.editions;
  const { rows, acceptances, leftTables, newSheets, columns, pictures, edited, formulas, counting } = preview;
  const lines = [
    words.takeOverLead,
    words.rows(rows.gone, rows.added, rows.kept),
    ...(columns.added.length + columns.gone.length === 0 ? [] : [words.columns(columns.added.join(', '), columns.gone.join(', '))]),
    ...(pictures.length === 0 ? [] : [words.pictures(pictures.join(', '))]),
    ...(acceptances === 0 ? [] : [words.acceptances(acceptances)]),
    ...(leftTables.length === 0 ? [] : [words.leftTables(leftTables.join(', '))]),
    ...(newSheets.length === 0 ? [] : [words.newSheets(newSheets.join(', '))]),
  ];
  return (
    <>
      <div className={styles.question} role="status" tabIndex={0}>
        {lines.map((line) => (
          <p key={line} className={styles.text}>
            {line}
          </p>
        ))}
        {edited.length === 0 ? null : <p className={styles.text}>{words.edited(edited.length)}</p>}
        {edited.map(({ key, sheet, address, rowTitle, column, imported, current, next }) => (
          <div key={key} className={styles.cell}>
            <span>
              <Link as="button" inline style={{ fontSize: 'inherit' }} onClick={() => void actions.selectPlace({ sheet, address })}>
                {texts.findings.goTo(`${sheet}!${address}`)}
              </Link>{' '}
              {rowTitle} · {words.editedCell(column, spell(imported), spell(current), spell(next))}
            </span>
            <Checkbox label={words.overwrite} checked={editions?.overwritten.has(key) === true} onChange={(_event, { checked }) => actions.chooseCell(key, checked === true)} />
          </div>
        ))}
        {formulas.count === 0 ? null : (
          <div>
            {words.formulas(formulas.count)}
            <FormulaList found={formulas} />
          </div>
        )}
        {counting.count === 0 ? null : (
          <div>
            {words.counting(counting.count)}
            <FormulaList found={counting} />
          </div>
        )}
      </div>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={activity !== null} onClick={() => void actions.takeOver()}>
          {words.confirm}
        </Button>
        <Button onClick={() => actions.closeEditions()}>{texts.cancel}</Button>
      </div>
    </>
  );
}

function spell(value: string | number): string {
  return typeof value === 'number' ? String(value).replace('.', ',') : value === '' ? '–' : value;
}

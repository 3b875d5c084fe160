import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useMemo, useState, type FormEvent } from 'react';
import { catalogueOf, joinAgreements } from '../../core/catalogue/catalogue';
import { type CatalogueEntry } from '../../core/catalogue/entries';
import { formatUnit } from '../../core/money/danish-number';
import { isUnit, type Unit } from '../../core/money/unit';
import { FormButtons } from '../parts/FormButtons';
import { PaneHeading } from '../parts/PaneHeading';
import { UnitOptions } from '../parts/lists/UnitOptions';
import { usePane, usePaneState } from '../services/pane-context';
import { answerInWords, callOf, formulaOf, functionsFor, partsOf, yearsToAsk, type OfferedFunction } from '../view-models/agreements/function-call';
import { EntrySearch } from './EntrySearch';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  bar: { flexShrink: 0, padding: '4px 6px' },
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '4px 12px 16px' },
  form: { display: 'flex', flexDirection: 'column', gap: '12px', marginTop: '12px' },
  answer: { padding: '8px 10px', borderLeft: `3px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorNeutralBackground2, overflowWrap: 'anywhere' },
  figure: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontVariantNumeric: 'tabular-nums' },
  formula: { margin: '4px 0 0', fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** Builds a formula step by step: what it asks for, what of it, and its answer while one chooses; then writes it in the selected cell. */
export function InsertFunctionView({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { texts } = usePane();
  const { workbook, catalogue: shared } = usePaneState();
  const [entry, setEntry] = useState<CatalogueEntry | null>(null);
  const catalogue = useMemo(() => {
    const { agreements, own } = joinAgreements((workbook?.imports ?? []).map(({ agreement }) => agreement), shared);
    return catalogueOf(agreements, own);
  }, [workbook?.imports, shared]);
  const goBack = (): void => (entry === null ? onClose() : setEntry(null));
  return (
    <div className={styles.view} onKeyDown={(event) => (event.key === 'Escape' && !event.defaultPrevented ? goBack() : undefined)}>
      <div className={styles.bar}>
        <Button appearance="subtle" size="small" icon={<ArrowLeftRegular />} onClick={goBack}>
          {texts.back}
        </Button>
      </div>
      <div className={styles.scroller}>
        <PaneHeading>{texts.insertFunction.heading}</PaneHeading>
        {entry === null ? <EntrySearch catalogue={catalogue} onChoose={setEntry} /> : <ChoiceForm key={`${entry.agreement.document.sha256} ${entry.title}`} entry={entry} catalogue={catalogue} onClose={onClose} />}
      </div>
    </div>
  );
}

interface ChoiceFormProps {
  readonly entry: CatalogueEntry;
  readonly catalogue: ReturnType<typeof catalogueOf>;
  readonly onClose: () => void;
}

function ChoiceForm({ entry, catalogue, onClose }: ChoiceFormProps) {
  const styles = useStyles();
  const { texts, language, actions, can } = usePane();
  const { activity, listSeparator } = usePaneState();
  const [name, setName] = useState<OfferedFunction>('AMOUNT');
  const [year, setYear] = useState<number | null>(null);
  const [unit, setUnit] = useState<Unit | null>(null);
  const parts = partsOf(entry.initiative);
  const [part, setPart] = useState(parts[0] ?? '');
  const words = texts.insertFunction;
  const call = useMemo(() => callOf(catalogue, { entry, name, year, unit, part }), [catalogue, entry, name, year, unit, part]);
  const answer = call === null ? words.cannotName : answerInWords(catalogue, call, unit ?? entry.unit, language);
  const insert = (event: FormEvent): void => {
    event.preventDefault();
    if (call !== null && activity === null && can.insertFormulas) void actions.insertFormula(formulaOf(call, ','), formulaOf(call, listSeparator));
  };
  return (
    <form className={styles.form} onSubmit={insert}>
      <Field label={words.initiative}>
        <div lang="da">{entry.title}</div>
      </Field>
      <Field label={words.answers}>
        <Select autoFocus value={name} onChange={(_event, { value }) => setName(functionsFor(entry).find((one) => one === value) ?? 'AMOUNT')}>
          {functionsFor(entry).map((one) => (
            <option key={one} value={one}>
              {words.functions[one]}
            </option>
          ))}
        </Select>
      </Field>
      {name === 'PART' ? (
        <Field label={words.part}>
          <Select lang="da" value={part} onChange={(_event, { value }) => setPart(value)}>
            {parts.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
      ) : null}
      {name === 'AMOUNT' || name === 'PART' || name === 'SOURCE' ? (
        <Field label={words.year}>
          <Select value={year === null ? '' : String(year)} onChange={(_event, { value }) => setYear(value === '' ? null : Number(value))}>
            <option value="">{name === 'SOURCE' ? words.wholeRow : words.allYears}</option>
            {yearsToAsk(entry).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        </Field>
      ) : null}
      {name === 'AMOUNT' || name === 'PART' || name === 'YEARS' ? (
        <Field label={words.unit}>
          <Select value={unit ?? ''} onChange={(_event, { value }) => setUnit(isUnit(value) ? value : null)}>
            <option value="">{entry.unit === null ? words.ownUnit : `${words.ownUnit} (${formatUnit(entry.unit, language)})`}</option>
            <UnitOptions />
          </Select>
        </Field>
      ) : null}
      <div className={styles.answer}>
        <p className={styles.figure} role="status" aria-label={words.answer}>
          {answer}
        </p>
        {call === null ? null : <p className={styles.formula}>{formulaOf(call, listSeparator)}</p>}
      </div>
      <FormButtons confirm={words.insert} isReady={call !== null && activity === null && can.insertFormulas} onCancel={onClose} />
    </form>
  );
}

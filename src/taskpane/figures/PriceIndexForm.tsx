import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { formatNumber } from '../../core/money/danish-number';
import { FormButtons } from '../parts/FormButtons';
import { usePane, usePaneState } from '../services/pane-context';
import { readIndexValue } from '../view-models/amounts/price-levels';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px', margin: '0 0 12px', padding: '8px 10px 10px', border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  lead: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  pairs: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))', alignItems: 'start', gap: '8px' },
  field: { minWidth: 0, '& input': { minWidth: 0, width: '100%' } },
});

interface PriceIndexFormProps {
  /** The years of the price levels that are to be compared. */
  readonly years: readonly number[];
  readonly onClose: () => void;
}

/** Asks for the user's own index: its name, edition and source, a value for each price level, and the level to convert to. Nothing is filled in beforehand. */
export function PriceIndexForm({ years, onClose }: PriceIndexFormProps) {
  const styles = useStyles();
  const { texts, language, store } = usePane();
  const { conversion } = usePaneState();
  const given = conversion?.index ?? { name: '', edition: '', source: '', values: [] };
  const [words, setWords] = useState({ name: given.name, edition: given.edition, source: given.source });
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map(given.values.map((value) => [value.year, formatNumber(value, language)])));
  const [toYear, setToYear] = useState(conversion !== null && years.includes(conversion.toYear) ? conversion.toYear : years.at(-1));
  const values = years.map((year) => ({ year, text: typed.get(year) ?? '', value: readIndexValue(typed.get(year) ?? '', year, language) }));
  const isReady = toYear !== undefined && values.every(({ value }) => value !== null) && Object.values(words).every((word) => word.trim() !== '');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReady) return;
    const others = given.values.filter(({ year }) => !years.includes(year));
    const series = [...others, ...values.flatMap(({ value }) => value ?? [])].sort((a, b) => a.year - b.year);
    store.dispatch({ type: 'conversion-chosen', conversion: { toYear, index: { name: words.name.trim(), edition: words.edition.trim(), source: words.source.trim(), values: series } } });
    onClose();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.lead}>{texts.conversion.lead}</p>
      <div className={styles.pairs}>
        {values.map(({ year, text, value }, index) => (
          <Field key={year} className={styles.field} label={texts.conversion.value(year)} required size="small" {...(text.trim() === '' || value !== null ? {} : { validationMessage: texts.conversion.notANumber })}>
            <Input size="small" inputMode="decimal" autoFocus={index === 0} value={text} onChange={(_event, data) => setTyped(new Map(typed).set(year, data.value))} />
          </Field>
        ))}
        {(['name', 'edition', 'source'] as const).map((word) => (
          <Field key={word} className={styles.field} label={texts.conversion[word]} required size="small">
            <Input size="small" value={words[word]} onChange={(_event, data) => setWords({ ...words, [word]: data.value })} />
          </Field>
        ))}
        <Field className={styles.field} label={texts.conversion.target} size="small">
          <Select size="small" value={String(toYear)} onChange={(_event, { value }) => setToYear(Number(value))}>
            {years.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <FormButtons confirm={texts.conversion.confirm} isReady={isReady} onCancel={onClose} />
    </form>
  );
}

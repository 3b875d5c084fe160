import { Button, Checkbox, Field, makeStyles, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { UnitOptions } from '../parts/lists/UnitOptions';
import { usePane, usePaneState } from '../services/pane-context';
import { type Settings } from '../state/settings';
import { PageFrame } from './PageFrame';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '12px' },
});

/** What can be chosen for this machine; every choice counts at once. */
export function SettingsPage() {
  const styles = useStyles();
  const { texts, store } = usePane();
  const { settings } = usePaneState();
  const words = texts.settings;
  const change = (changed: Partial<Settings>): void => store.dispatch({ type: 'settings-changed', settings: { ...settings, ...changed } });
  return (
    <PageFrame heading={words.heading}>
      <div className={styles.fields}>
        <Field label={words.language}>
          <RadioGroup value={settings.language} onChange={(_event, { value }) => change({ language: value as Settings['language'] })}>
            <Radio value="host" label={words.asExcel} />
            <Radio value="da" label={words.danish} lang="da" />
            <Radio value="en" label={words.english} lang="en" />
          </RadioGroup>
        </Field>
        <Field label={texts.preview.targetLabel}>
          <RadioGroup value={settings.target} onChange={(_event, { value }) => change({ target: value as Settings['target'] })}>
            <Radio value="new-sheets" label={texts.preview.targetNewSheets} />
            <Radio value="selection" label={texts.preview.targetSelection} />
          </RadioGroup>
        </Field>
        <Field label={words.unit}>
          <Select value={settings.unit} onChange={(_event, { value }) => change({ unit: value as Settings['unit'] })}>
            <option value="document">{words.asDocument}</option>
            <UnitOptions />
          </Select>
        </Field>
        <Checkbox checked={settings.areRoundingsApart} label={words.roundingsApart} onChange={(_event, { checked }) => change({ areRoundingsApart: checked === true })} />
        <Button onClick={() => store.dispatch({ type: 'hint-recalled' })}>{words.recallHint}</Button>
      </div>
    </PageFrame>
  );
}

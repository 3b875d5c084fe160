import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { usePane } from '../services/pane-context';

const useStyles = makeStyles({
  hint: { padding: '10px 12px', backgroundColor: tokens.colorBrandBackground2, borderRadius: tokens.borderRadiusLarge, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, '@media (forced-colors: active)': { border: '1px solid CanvasText' } },
  heading: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  steps: { margin: '0 0 8px', paddingLeft: '18px' },
  buttons: { display: 'flex', gap: '8px' },
});

/** Three steps for the first visit; gone for good once it is skipped or followed. */
export function FirstRunHint() {
  const styles = useStyles();
  const { texts, store, actions } = usePane();
  const id = useId();
  const dismiss = (): void => store.dispatch({ type: 'hint-dismissed' });
  return (
    <section className={styles.hint} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {texts.hint.heading}
      </h3>
      <ol className={styles.steps}>
        {texts.hint.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => {
            store.dispatch({ type: 'guide-started' });
            void actions.openSample();
          }}
        >
          {texts.hint.trySample}
        </Button>
        <Button size="small" appearance="subtle" onClick={dismiss}>
          {texts.hint.skip}
        </Button>
      </div>
    </section>
  );
}

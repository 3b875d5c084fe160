import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { usePane, usePaneState } from '../services/pane-context';
import { GUIDE_STEPS, guideStep } from '../view-models/guide';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '8px', flexShrink: 0, padding: '2px 4px 2px 12px', backgroundColor: tokens.colorBrandBackground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, '@media (forced-colors: active)': { borderBottom: '1px solid CanvasText' } },
  step: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  text: { flexGrow: 1, minWidth: 0 },
});

/** The introduction in one line: which step comes next. It follows what the user does and can be left at any time. */
export function GuideBar() {
  const styles = useStyles();
  const { texts, store } = usePane();
  const step = guideStep(usePaneState());
  const at = step === 'done' ? null : GUIDE_STEPS.indexOf(step);
  return (
    <div className={styles.bar} role="region" aria-label={texts.hint.heading}>
      {at === null ? null : <span className={styles.step}>{texts.findings.positionOf(at + 1, GUIDE_STEPS.length)}</span>}
      <span className={styles.text}>{texts.hint.guide[step]}</span>
      <Button size="small" appearance="subtle" icon={<DismissRegular />} aria-label={texts.hint.leave} title={texts.hint.leave} onClick={() => store.dispatch({ type: 'guide-ended' })} />
    </div>
  );
}

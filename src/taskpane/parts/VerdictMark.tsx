import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type Outcome } from '../../core/reconciliation/rule';
import { type FindingStanding } from '../view-models/findings/findings';

/** What a mark stands for. */
export type MarkKind = Outcome | FindingStanding;

/** The marks on a 16 × 16 grid: tick, wavy equals, crossed equals, question mark, exclamation mark, i, disc. */
const PATHS: Readonly<Record<MarkKind, string>> = {
  agrees: 'M3.5 8.5l3 3 6-7',
  'agrees-within-rounding': 'M3.5 6.5c1.5-1.6 3-1.6 4.5-.4s3 1.2 4.5-.4M3.5 10.5c1.5-1.6 3-1.6 4.5-.4s3 1.2 4.5-.4',
  differs: 'M3.5 6.25h9M3.5 9.75h9M10.25 3.25l-4.5 9.5',
  'not-checkable': 'M5.6 5.9c0-1.5 1.1-2.4 2.4-2.4s2.4.9 2.4 2.2c0 1.7-2.4 2-2.4 3.7M8 12.2v.3',
  error: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  warning: 'M8 3.5v5.5M8 12v.3',
  info: 'M8 7.2v5.3M8 3.9v.3',
  accepted: 'M8 4.5a3.5 3.5 0 1 0 .01 0z',
};

const useStyles = makeStyles({
  mark: {
    flexShrink: 0,
    width: '18px',
    height: '18px',
    borderRadius: tokens.borderRadiusMedium,
    fill: 'none',
    stroke: 'currentColor',
    strokeWidth: '1.6px',
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
    padding: '1px',
    boxSizing: 'border-box',
    '@media (forced-colors: active)': { border: '1px solid CanvasText', padding: '0' },
  },
  good: { color: tokens.colorPaletteGreenForeground1, backgroundColor: tokens.colorPaletteGreenBackground1 },
  near: { color: tokens.colorBrandForeground1, backgroundColor: tokens.colorBrandBackground2 },
  bad: { color: tokens.colorPaletteRedForeground1, backgroundColor: tokens.colorPaletteRedBackground1 },
  look: { color: tokens.colorPaletteDarkOrangeForeground1, backgroundColor: tokens.colorPaletteDarkOrangeBackground1 },
  quiet: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground4 },
});

/** The sign of a verdict or severity. It never stands without its word, so it is hidden from screen readers. */
export function VerdictMark({ kind }: { readonly kind: MarkKind }) {
  const styles = useStyles();
  const tones: Readonly<Record<MarkKind, string>> = {
    agrees: styles.good,
    'agrees-within-rounding': styles.near,
    differs: styles.bad,
    'not-checkable': styles.quiet,
    error: styles.bad,
    warning: styles.look,
    info: styles.near,
    accepted: styles.quiet,
  };
  return (
    <svg className={mergeClasses(styles.mark, tones[kind])} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[kind]} {...(kind === 'accepted' ? { fill: 'currentColor' } : {})} />
    </svg>
  );
}

import { makeStyles, tokens } from '@fluentui/react-components';
import { type Initiative } from '../../core/budget/agreement';
import { usePane } from '../services/pane-context';
import { profileBars } from '../view-models/agreements/profile-bars';

const WIDTH = 220;
const HEIGHT = 44;
/** What the years take below the bars. */
const LABELS = 12;

const useStyles = makeStyles({
  bar: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  less: { fill: tokens.colorPaletteDarkOrangeBorderActive, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  axis: { stroke: tokens.colorNeutralStroke1 },
  year: { fill: tokens.colorNeutralForeground2, fontSize: '10px' },
});

/** The amounts of an initiative by year, in small; the table beside it says them in figures. Nothing where there are no two years to hold against each other. */
export function ProfileBars({ initiative }: { readonly initiative: Initiative }) {
  const styles = useStyles();
  const { texts } = usePane();
  const bars = profileBars(initiative);
  if (bars === null) return null;
  const step = WIDTH / bars.length;
  const [highest, lowest] = [Math.max(0, ...bars.map(({ share }) => share)), Math.min(0, ...bars.map(({ share }) => share))];
  const scale = (HEIGHT - LABELS) / (highest - lowest);
  const zero = highest * scale;
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={texts.pictures.profile(initiative.title ?? texts.preview.untitled)}>
      {bars.map(({ year, share }, index) => (
        <g key={year}>
          <rect className={share < 0 ? styles.less : styles.bar} x={index * step + step * 0.2} width={step * 0.6} y={share < 0 ? zero : zero - share * scale} height={Math.abs(share) * scale} />
          <text className={styles.year} x={index * step + step / 2} y={HEIGHT - 2} textAnchor="middle">
            {step < 26 ? `’${String(year).slice(2)}` : year}
          </text>
        </g>
      ))}
      <line className={styles.axis} x1={0} x2={WIDTH} y1={zero} y2={zero} />
    </svg>
  );
}

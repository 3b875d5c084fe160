import { makeStyles, tokens } from '@fluentui/react-components';
import { type PictureKind } from '../../core/sheet-plan/pictures/picture';

const WIDTH = 56;
const HEIGHT = 40;

const useStyles = makeStyles({
  frame: { flexShrink: 0, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralBackground1 },
  first: { fill: tokens.colorBrandBackground },
  second: { fill: tokens.colorPaletteDarkOrangeBorderActive },
  third: { fill: tokens.colorPaletteGreenBorderActive },
});

/** A bar of a preview. Shape: `tone` is which of the three colours. */
interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly tone: 0 | 1 | 2;
}

/** Columns that stand on each other. Shape: a list for every column, from the bottom up. */
function stacked(columns: readonly (readonly number[])[]): Bar[] {
  return columns.flatMap((parts, column) =>
    parts.map((height, index): Bar => ({ x: 6 + column * 12, y: HEIGHT - 4 - parts.slice(0, index + 1).reduce((sum, part) => sum + part, 0), width: 9, height, tone: (index % 3) as Bar['tone'] })),
  );
}

/** Lying bars, each of several parts. */
function lying(rows: readonly (readonly number[])[]): Bar[] {
  return rows.flatMap((parts, row) => parts.map((width, index): Bar => ({ x: 6 + parts.slice(0, index).reduce((sum, part) => sum + part, 0), y: 5 + row * 8, width, height: 5, tone: (index % 3) as Bar['tone'] })));
}

/** Columns beside each other. */
function beside(groups: readonly (readonly number[])[]): Bar[] {
  return groups.flatMap((heights, group) => heights.map((height, index): Bar => ({ x: 6 + group * 16 + index * 6, y: HEIGHT - 4 - height, width: 5, height, tone: (index % 3) as Bar['tone'] })));
}

const BARS: Readonly<Record<PictureKind, readonly Bar[]>> = {
  expiry: stacked([[4], [6, 3], [5, 2], [14, 9, 6]]),
  profile: stacked([[12, 9, 6], [13, 9, 5], [11, 8, 5], [8, 6, 3]]),
  largest: lying([[42], [34], [22], [14]]),
  recommendations: lying([[26], [34], [18]]),
  verdicts: lying([[6, 4], [3, 8, 5], [2], [5, 3]]),
  'price-levels': beside([[18, 22], [20, 25], [16, 20]]),
};

/** What a picture looks like, in small. It says nothing that the words beside it do not. */
export function PicturePreview({ kind }: { readonly kind: PictureKind }) {
  const styles = useStyles();
  const tones = [styles.first, styles.second, styles.third];
  return (
    <svg className={styles.frame} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {BARS[kind].map(({ x, y, width, height, tone }) => (
        <rect key={`${x} ${y}`} className={tones[tone] ?? ''} x={x} y={y} width={width} height={height} />
      ))}
    </svg>
  );
}

import { type Border } from './model/style';

/** The lines of borders by their names in files. Source: ECMA-376 part 1, 18.18.3 ST_BorderStyle; the styles and weights of Excel.RangeBorder. Shape: of lines with one style, the first stands for every other weight. */
export const BORDER_KINDS: Readonly<Record<string, Pick<Border, 'style' | 'weight'>>> = {
  thin: { style: 'Continuous', weight: 'Thin' },
  hair: { style: 'Continuous', weight: 'Hairline' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  dashed: { style: 'Dash', weight: 'Thin' },
  mediumDashed: { style: 'Dash', weight: 'Medium' },
  dotted: { style: 'Dot', weight: 'Thin' },
  double: { style: 'Double', weight: 'Thick' },
  dashDot: { style: 'DashDot', weight: 'Thin' },
  mediumDashDot: { style: 'DashDot', weight: 'Medium' },
  dashDotDot: { style: 'DashDotDot', weight: 'Thin' },
  mediumDashDotDot: { style: 'DashDotDot', weight: 'Medium' },
  slantDashDot: { style: 'SlantDashDot', weight: 'Medium' },
};

/** The name of a line in files. */
export function borderKind({ style, weight }: Border): string {
  const alike = Object.entries(BORDER_KINDS).filter(([, kind]) => kind.style === style);
  return (alike.find(([, kind]) => kind.weight === weight) ?? alike[0])?.[0] ?? 'thin';
}

export { formatAmount, formatNumber as formatFigure, formatUnit, type Language } from './danish-number';

import { formatUnit } from '../../../core/money/danish-number';
import { UNITS } from '../../../core/money/unit';
import { usePane } from '../../services/pane-context';

/** The units as the options of a list, smallest first. */
export function UnitOptions() {
  const { language } = usePane();
  return (
    <>
      {UNITS.map((unit) => (
        <option key={unit} value={unit}>
          {formatUnit(unit, language)}
        </option>
      ))}
    </>
  );
}

import { Select } from '@fluentui/react-components';
import { type StoredImport } from '../../excel/workbook-port';
import { agreementName } from '../view-models/agreements/agreements-at-hand';

interface ImportChoiceProps {
  readonly imports: readonly StoredImport[];
  readonly chosen: StoredImport;
  readonly label: string;
  readonly className: string;
  onChoose(importId: string): void;
}

/** Which of the workbook's agreements a page is about; nothing where there is only one. */
export function ImportChoice({ imports, chosen, label, className, onChoose }: ImportChoiceProps) {
  if (imports.length < 2) return null;
  return (
    <Select className={className} size="small" aria-label={label} value={chosen.importId} onChange={(_event, { value }) => onChoose(value)}>
      {imports.map(({ importId, agreement }) => (
        <option key={importId} value={importId} lang="da">
          {agreementName(agreement)}
        </option>
      ))}
    </Select>
  );
}

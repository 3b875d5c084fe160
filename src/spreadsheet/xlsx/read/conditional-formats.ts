import { type Area, parseArea } from '../../cells/address';
import { type SheetModel } from '../../model/sheet';
import { type WorkbookModel } from '../../model/workbook';
import { formulaFromFile } from '../formulas';
import { type FileStyles } from './styles';
import { type XmlElement, children } from './xml-tree';

const OPERATORS: Readonly<Record<string, string>> = {
  equal: 'EqualTo', notEqual: 'NotEqualTo', greaterThan: 'GreaterThan', greaterThanOrEqual: 'GreaterThanOrEqual', lessThan: 'LessThan', lessThanOrEqual: 'LessThanOrEqual', between: 'Between', notBetween: 'NotBetween',
};

/** Reads the rules of some cells of a sheet; those that a workbook does not know are left out. */
export function readRules(workbook: WorkbookModel, sheet: SheetModel, rules: XmlElement, styles: FileStyles): void {
  const areas = (rules.attributes['sqref'] ?? '').split(' ').flatMap((address): Area[] => {
    const area = parseArea(address);
    return area ? [area] : [];
  });
  for (const rule of children(rules, 'cfRule')) {
    const setting = ruleSetting(rule);
    if (!setting) continue;
    const look = styles.rules[Number(rule.attributes['dxfId'] ?? -1)] ?? new Map<string, unknown>();
    for (const area of areas) sheet.conditionalFormats.push({ id: workbook.newGuid(), area, type: setting.type, settings: new Map([...setting.entries, ...look]) });
  }
}

/** Whether a rule is one that a workbook knows. */
export function isReadRule(rule: XmlElement): boolean {
  return ruleSetting(rule) !== null;
}

/** The rules that a workbook knows: a formula, a comparison, a text. */
function ruleSetting(rule: XmlElement): { readonly type: string; readonly entries: readonly (readonly [string, unknown])[] } | null {
  const [first, second] = children(rule, 'formula').map(({ text }) => formulaFromFile(text));
  const operator = OPERATORS[rule.attributes['operator'] ?? ''];
  switch (rule.attributes['type']) {
    case 'expression': return first === undefined ? null : { type: 'Custom', entries: [['Formula', first]] };
    case 'cellIs': return operator === undefined ? null : { type: 'CellValue', entries: [['Rule', { formula1: first, ...(second === undefined ? {} : { formula2: second }), operator }]] };
    case 'containsText': return { type: 'ContainsText', entries: [['Rule', { operator: 'Contains', text: rule.attributes['text'] ?? '' }]] };
    case 'notContainsText': return { type: 'ContainsText', entries: [['Rule', { operator: 'NotContains', text: rule.attributes['text'] ?? '' }]] };
    default: return null;
  }
}

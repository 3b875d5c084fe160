import { type Injector, IUndoRedoService, LifecycleService, LifecycleStages, LogLevel, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  IFunctionService, UniverDocsPlugin, UniverDocsUIPlugin, UniverFormulaEnginePlugin, UniverNetworkPlugin, UniverRenderEnginePlugin,
  UniverSheetsFormulaPlugin, UniverSheetsFormulaUIPlugin, UniverSheetsPlugin, UniverSheetsUIPlugin, UniverUIPlugin,
} from '@univerjs/preset-sheets-core';
import { type FunctionHint, type GridLanguage, isComputed } from '../texts/grid-language';
import { ModelUndo } from './model-undo';

export interface Grid {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly univer: Univer;
  readonly undo: ModelUndo;
}

/** What the grid offers and the workbook does not keep: protection by users and permissions, turned, raised and lowered text. */
const withoutWhatIsNotKept = Object.fromEntries([
  'sheet.command.add-range-protection-from-toolbar',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
  'sheet.contextMenu.permission',
  'sheet.command.set-text-rotation',
  'sheet.command.set-range-subscript',
  'sheet.command.set-range-superscript',
].map((id) => [id, { hidden: true }]));

/** The spreadsheet grid as display and editor only: it never computes a formula, the workbook model does. */
export function createGrid(container: HTMLElement, hints: readonly FunctionHint[], { locale, texts }: GridLanguage): Grid {
  const univer = new Univer({ locale, locales: { [locale]: texts }, logLevel: LogLevel.WARN, override: [[IUndoRedoService, { useClass: ModelUndo }]] });
  univer.registerPlugin(UniverNetworkPlugin);
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, header: true, toolbar: true, ribbonType: 'simple', disableAutoFocus: true });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsPlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsUIPlugin, { formulaBar: true, disableForceStringAlert: true, disableForceStringMark: true, menu: withoutWhatIsNotKept });
  univer.registerPlugin(UniverSheetsFormulaPlugin, { description: hints.map(describe) });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  const injector = univer.__getInjector();
  return { api: FUniver.newAPI(univer), injector, univer, undo: injector.get(IUndoRedoService) as ModelUndo };
}

/** Lets a person find and replace with Ctrl+F: what is replaced is an edit like any other. Fetched once the grid is there, since nobody searches before. */
export async function addFind({ univer }: Grid): Promise<void> {
  const { UniverFindReplacePlugin, UniverSheetsFindReplacePlugin } = await import('./find');
  univer.registerPlugin(UniverFindReplacePlugin);
  univer.registerPlugin(UniverSheetsFindReplacePlugin);
}

/** Suggests the add-in's functions first, and of the others those that the workbook computes, in the grid's language. The grid knows its own only when it is at rest for the first time. */
export async function suggestFunctions({ injector }: Grid, hints: readonly FunctionHint[], { builtIns }: GridLanguage): Promise<void> {
  await injector.get(LifecycleService).onStage(LifecycleStages.Steady);
  const functions = injector.get(IFunctionService);
  const own = new Set(hints.map(({ name }) => name));
  const all = [...functions.getDescriptions().values()];
  const computed = all.filter(({ functionName }) => isComputed(functionName)).map((description) => {
    const text = builtIns?.get(functionName(description));
    return text ? { ...description, ...describe(text), functionType: description.functionType } : description;
  });
  functions.clearDescriptions();
  functions.registerDescriptions(...all.filter((description) => own.has(functionName(description))), ...computed);
}

function functionName(description: { readonly functionName: string }): string {
  return description.functionName;
}

const userDefinedFunctions = 15;

function describe(hint: FunctionHint) {
  return {
    functionName: hint.name,
    functionType: userDefinedFunctions,
    description: hint.description,
    abstract: hint.description,
    functionParameter: hint.parameters.map((parameter) => ({
      name: parameter.name, detail: parameter.description || parameter.name, example: parameter.name, require: parameter.isOptional ? 0 as const : 1 as const, repeat: parameter.isRepeating ? 1 as const : 0 as const,
    })),
  };
}

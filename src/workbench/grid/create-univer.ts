import { type IDisposable, type Injector, IUndoRedoService, LifecycleService, LifecycleStages, LocaleType, LogLevel, Univer } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  IFunctionService, UniverDocsPlugin, UniverDocsUIPlugin, UniverFormulaEnginePlugin, UniverNetworkPlugin, UniverRenderEnginePlugin,
  UniverSheetsFormulaPlugin, UniverSheetsFormulaUIPlugin, UniverSheetsPlugin, UniverSheetsUIPlugin, UniverUIPlugin,
} from '@univerjs/preset-sheets-core';
import english from '@univerjs/preset-sheets-core/locales/en-US';
import { ModelUndo } from './model-undo';

export interface Grid {
  readonly api: FUniver;
  readonly injector: Injector;
  readonly univer: IDisposable;
  readonly undo: ModelUndo;
}

export interface FunctionHint {
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly isOptional: boolean; readonly isRepeating: boolean }[];
}

/** The grid's own protection knows users and permissions; a sheet of the model is protected or not. */
const withoutProtection = Object.fromEntries([
  'sheet.command.add-range-protection-from-toolbar',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
  'sheet.contextMenu.permission',
].map((id) => [id, { hidden: true }]));

/** The spreadsheet grid as display and editor only: it never computes a formula, the workbook model does. */
export function createGrid(container: HTMLElement, hints: readonly FunctionHint[]): Grid {
  const univer = new Univer({ locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: english }, logLevel: LogLevel.WARN, override: [[IUndoRedoService, { useClass: ModelUndo }]] });
  univer.registerPlugin(UniverNetworkPlugin);
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, header: true, toolbar: true, ribbonType: 'simple', disableAutoFocus: true });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsPlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverSheetsUIPlugin, { formulaBar: true, disableForceStringAlert: true, disableForceStringMark: true, menu: withoutProtection });
  univer.registerPlugin(UniverSheetsFormulaPlugin, { description: hints.map(describe) });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  const injector = univer.__getInjector();
  return { api: FUniver.newAPI(univer), injector, univer, undo: injector.get(IUndoRedoService) as ModelUndo };
}

/** Puts functions in front of all others where the grid suggests some. The grid knows its own only when it is at rest for the first time. */
export async function suggestFirst({ injector }: Grid, names: readonly string[]): Promise<void> {
  await injector.get(LifecycleService).onStage(LifecycleStages.Steady);
  const functions = injector.get(IFunctionService);
  const all = [...functions.getDescriptions().values()];
  functions.clearDescriptions();
  functions.registerDescriptions(...all.filter(({ functionName }) => names.includes(functionName)), ...all.filter(({ functionName }) => !names.includes(functionName)));
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

import { type NativeBridge } from './excel-side/excel-side';

export interface HostOptions {
  /** Highest ExcelApi set to report; the npm package knows 1.15. */
  readonly apiVersion?: string;
  readonly language?: string;
  /** Called when the client has told the host that a ribbon command is done. */
  readonly onCommandCompleted?: (commandId: number) => void;
}

/** Takes part in the library's old, non-batched interface: events such as ribbon commands. */
export interface DesktopHost {
  /** Runs a function that the add-in associated with a ribbon command; gives the command's number. */
  runCommand(actionId: string, controlId: string): number;
  readonly isReadyForCommands: boolean;
}

const ribbonCommandEvent = 39;
const commandCompletedMethod = 94;
const sharedRuntimeWithCustomFunctions = 3;

/**
 * Prepares a window so that the unmodified office.js, loaded afterwards, finds itself in a desktop Excel:
 * `window.external` and the native bridge are what that Excel provides.
 */
export function installDesktopHost(window: Record<string, unknown>, bridge: NativeBridge, options: HostOptions = {}): DesktopHost {
  const language = options.language ?? 'da-DK';
  const commandHandlers: ((eventId: number, parameters: unknown[]) => void)[] = [];
  let lastCommand = 0;
  const context = hostContext(language, options.apiVersion ?? '1.15');
  const external = {
    GetHostInfo: () => `Excel$Win32$16.01$${language}$$$$${sharedRuntimeWithCustomFunctions}`,
    GetContext: () => context,
    Execute: (method: number, parameters: unknown[], callback?: (...results: unknown[]) => void) => {
      if (method === commandCompletedMethod) options.onCommandCompleted?.(Number(parameters[0]));
      callback?.(0);
    },
    RegisterEvent: (eventId: number, _target: string, handler: (eventId: number, parameters: unknown[]) => void, callback?: (...results: unknown[]) => void) => {
      if (eventId === ribbonCommandEvent) commandHandlers.push(handler);
      callback?.(0);
    },
    UnregisterEvent: (_eventId: number, _target: string, callback?: (...results: unknown[]) => void) => {
      callback?.(0);
    },
    MessageParent: () => undefined,
  };
  Object.defineProperty(window, 'external', { value: external, configurable: true });
  window['_richApiNativeBridge'] = bridge;
  return {
    get isReadyForCommands() {
      return commandHandlers.length > 0;
    },
    runCommand(actionId, controlId) {
      lastCommand += 1;
      for (const handler of commandHandlers) handler(ribbonCommandEvent, [String(lastCommand), actionId, JSON.stringify({ source: { id: controlId } })]);
      return lastCommand;
    },
  };
}

interface RunWindow {
  readonly Excel: { run: (...parameters: unknown[]) => Promise<unknown> };
}

/**
 * Tells the host where a batch begins and ends whose syncs are to be one undo step. The npm copy of the library does not know
 * `mergeUndoGroup`, so it is heard at the batch's start. Source: Excel.RunOptions, ExcelApi 1.20.
 */
export function passUndoGroups(window: RunWindow, history: () => { openGroup(): void; closeGroup(): void }): void {
  const { Excel: excel } = window;
  const run = excel.run.bind(excel);
  excel.run = async (...parameters) => {
    if ((parameters[0] as { mergeUndoGroup?: boolean } | undefined)?.mergeUndoGroup !== true) return run(...parameters);
    history().openGroup();
    try {
      return await run(...parameters);
    } finally {
      history().closeGroup();
    }
  };
}

const requirementSets: Readonly<Record<string, string>> = {
  SharedRuntime: '1.1', CustomFunctions: '1.9', CustomFunctionsRuntime: '1.3', AddinCommands: '1.3', Settings: '1.1', RichApiRuntimeFlag: '1.2',
};

function hostContext(language: string, apiVersion: string): Record<string, unknown> {
  const settings = new Map<string, string>();
  const theme = { primaryFontColor: '#242424', primaryBackgroundColor: '#FFFFFF', secondaryFontColor: '#242424', secondaryBackgroundColor: '#F5F5F5' };
  const answers: Record<string, unknown> = {
    AppType: 1,
    SolutionRef: 'workbench',
    AppVersionMajor: 16,
    AppVersionMinor: 0,
    AppUILocale: language,
    AppDataLocale: language,
    DocUrl: 'Mappe1.xlsx',
    AppCapabilities: 0,
    ActivationMode: 2,
    ControlIntegrationLevel: 0,
    SolutionToken: '',
    CorrelationId: '',
    InstanceId: '',
    TouchEnabled: false,
    CommerceAllowed: false,
    SupportedMatrix: JSON.stringify({ ...requirementSets, ExcelApi: apiVersion }),
    DialogRequirementMatrix: '{}',
    HostCustomMessage: '',
    HostFullVersion: '16.0.18000.20000',
    FeaturesForSolution: '{}',
    InitialDisplayMode: 2,
    OfficeThemeInfo: JSON.stringify(theme),
    Settings: {
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of settings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: string[], values: string[]) => {
        settings.clear();
        keys.forEach((key, index) => settings.set(key, values[index] ?? ''));
      },
    },
  };
  return Object.fromEntries(Object.entries(answers).map(([name, value]) => [`Get${name}`, () => value]));
}

interface Association {
  readonly mappings: Readonly<Record<string, (...parameters: unknown[]) => unknown>>;
  onchange(handler: () => void): void;
}

/** The functions an add-in associated in a window in which office.js runs; null before office.js is there. */
export function associationOf(window: { readonly CustomFunctions?: unknown }): Association | null {
  return (window.CustomFunctions as { _association?: Association } | undefined)?._association ?? null;
}

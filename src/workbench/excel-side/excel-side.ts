import { type Area, parseArea } from '../../spreadsheet/cells/address';
import { BridgeCustomFunctions, type FunctionsMetadata } from './custom-function-sources';
import { type Actor, type ModelChange } from '../../spreadsheet/model/change';
import { type CustomFunctionSource } from '../../spreadsheet/model/formulas/custom-functions';
import { UndoHistory } from '../../spreadsheet/model/history/undo-history';
import { type SheetModel } from '../../spreadsheet/model/sheet';
import { WorkbookModel } from '../../spreadsheet/model/workbook';
import { WorkbookObject } from './objects/workbook';
import { type SavedWorkbook, openWorkbook, saveWorkbook } from './persistence';
import { type HostEvent, eventsOf } from './protocol/events';
import { type HostObject } from './protocol/host-object';
import { Interpreter } from './protocol/interpreter';
import { ServiceObject } from './protocol/service';
import { Session } from './protocol/session';
import { type Platform } from './protocol/undo-support';
import { type NoticeEntry, type RequestBody, type RequestMessage, type ResponseBody, actionTypes, messageTypes, noticeCategories, pathTypes, responseError } from './protocol/wire';
import { toInvariantFormula } from '../../spreadsheet/formula/rewrite';

/** A request as an interceptor sees it, before it is carried out. */
export interface InterceptedRequest {
  /** Counts the client's syncs from 1 since the counters were reset. */
  readonly index: number;
  readonly isWrite: boolean;
  readonly body: RequestBody;
}

/** How a request goes wrong. */
export type Fault =
  | { readonly mode: 'not-applied' | 'applied-but-error'; readonly code: string; readonly message?: string }
  | { readonly mode: 'never-answers'; readonly isApplied?: boolean };

export type Interceptor = (request: InterceptedRequest) => Fault | null | undefined | void | Promise<Fault | null | undefined | void>;

/** The library's end of the bridge: the object it finds as `_richApiNativeBridge`. */
export interface NativeBridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

const removalOfReferences = '_RemoveReference';

/** Excel's side of the bridge: takes requests, answers them from a workbook, and tells of events. */
export class ExcelSide {
  workbook: WorkbookModel;
  session: Session;
  /** What the user can take back with Ctrl+Z. */
  history: UndoHistory;
  /** Looks at every sync of the client before it is carried out; may wait, change the workbook, or make it fail. */
  interceptor: Interceptor | null = null;
  /** Syncs of the client since the counters were reset; start-up and clean-up traffic does not count. */
  syncCount = 0;
  /** Bytes of those syncs' requests and of their responses. */
  payloadBytes = { sent: 0, received: 0 };
  /** The last unexpected failure inside the host itself, for a status line. */
  lastDefect: Error | null = null;
  readonly bridge: NativeBridge;
  private queue: Promise<void> = Promise.resolve();
  private events: NoticeEntry[] = [];
  private isEventDeliveryScheduled = false;
  private lastEventId = 1_000_000;
  private bridgedFunctions: BridgeCustomFunctions | null = null;
  private readonly watchers = new Set<(change: ModelChange) => void>();
  private played: Platform = 'desktop';

  /** Which Excel this is, where desktop and web differ: in what can be undone, and in what a function hears of an empty cell. */
  get platform(): Platform {
    return this.played;
  }

  set platform(platform: Platform) {
    this.played = platform;
    this.workbook.calculation.emptyArgument = platform === 'web' ? null : 0;
    this.workbook.calculate('Full');
  }

  /** With an empty workbook. Shape: `sheetWord` is what its sheets are called before their number. */
  constructor(sheetWord = 'Ark') {
    this.bridge = { sendMessageToHost: (text) => this.receive(text) };
    const workbook = new WorkbookModel();
    workbook.sheetWord = sheetWord;
    workbook.addSheet(null);
    this.workbook = workbook;
    this.history = new UndoHistory(workbook);
    this.session = new Session(workbook, this.history, () => this.platform);
    this.follow(workbook);
  }

  /** Calls back after every change of whatever workbook is open. */
  watch(watcher: (change: ModelChange) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  private adopt(workbook: WorkbookModel): void {
    workbook.calculation.emptyArgument = this.workbook.calculation.emptyArgument;
    workbook.sheetWord = this.workbook.sheetWord;
    this.workbook = workbook;
    this.history = new UndoHistory(workbook);
    this.session = Object.assign(new Session(workbook, this.history, () => this.platform), { author: this.session.author });
    this.follow(workbook);
  }

  private follow(workbook: WorkbookModel): void {
    workbook.observe((change) => {
      for (const watcher of [...this.watchers]) watcher(change);
      if (!this.session.areEventsEnabled) return;
      for (const event of eventsOf(change, this.session)) {
        for (const targetId of event.targetIds) if (this.session.isSubscribed(event.type, targetId)) this.events.push(this.eventEntry(event, targetId));
      }
      if (this.events.length > 0) this.scheduleEvents();
    });
  }

  // Requests

  private receive(text: string): void {
    const request = JSON.parse(text) as RequestMessage;
    if (request.type !== messageTypes.request) return;
    this.queue = this.queue.then(() => nextTurn()).then(() => this.handle(request, text.length));
  }

  private async handle(request: RequestMessage, size: number): Promise<void> {
    const { body: given } = request.message;
    const body = typeof given === 'string' ? (JSON.parse(given) as RequestBody) : given;
    const isCounted = isClientSync(body);
    let fault: Fault | null = null;
    if (isCounted) {
      this.syncCount += 1;
      this.payloadBytes.sent += size;
      const index = this.syncCount;
      fault = (await this.interceptor?.({ index, isWrite: (request.flags & 1) === 1, body })) ?? null;
    }
    this.history.commit();
    const response = this.respond(body, fault);
    this.workbook.settle();
    this.history.commit();
    if (!response) return;
    const text = JSON.stringify({ id: request.id, type: messageTypes.response, message: { statusCode: 200, headers: {}, body: response } });
    if (isCounted) this.payloadBytes.received += text.length;
    this.bridge.onMessageFromHost?.(text);
  }

  /** The answer to a request, with or without carrying it out; null when none is to be given. */
  private respond(body: RequestBody, fault: Fault | null): ResponseBody | null {
    const failed = (code: string, message: string): ResponseBody => ({ Results: [], TraceIds: [], Error: responseError(code, message, '', 0) });
    if (fault?.mode === 'not-applied') return failed(fault.code, fault.message ?? fault.code);
    if (fault?.mode === 'never-answers' && !fault.isApplied) return null;
    let response: ResponseBody;
    try {
      response = new Interpreter(this.session, new WorkbookObject(this.session), (name) => this.service(name), body).run();
    } catch (error) {
      this.lastDefect = error instanceof Error ? error : new Error(String(error));
      response = failed('GeneralException', `The Excel side failed: ${this.lastDefect.stack ?? this.lastDefect.message}`);
    }
    if (fault?.mode === 'applied-but-error') return failed(fault.code, fault.message ?? fault.code);
    return fault ? null : response;
  }

  private service(name: string): HostObject {
    return new ServiceObject(this.session, name, (method, parameters) => {
      if (method === '_GetEnabledFeatures') return [1, 2];
      if (method === 'SetInvocationArrayResults') this.bridgedFunctions?.takeResults((parameters[0] ?? []) as unknown[][]);
      return null;
    });
  }

  resetCounters(): void {
    this.syncCount = 0;
    this.payloadBytes = { sent: 0, received: 0 };
  }

  /** Resolves when all requests received so far are answered and all events are delivered. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await this.queue;
      await nextTurn();
      if (this.events.length > 0 || this.isEventDeliveryScheduled) quiet = 0;
    }
  }

  // Events

  private scheduleEvents(): void {
    if (this.isEventDeliveryScheduled) return;
    this.isEventDeliveryScheduled = true;
    void nextTurn().then(() => this.queue).then(() => {
      this.isEventDeliveryScheduled = false;
      const entries = this.events;
      this.events = [];
      this.notify(entries);
    });
  }

  private eventEntry(event: HostEvent, targetId: string): NoticeEntry {
    this.lastEventId += 1;
    return { messageCategory: noticeCategories.event, messageType: event.type, targetId, message: JSON.stringify(event.payload), id: this.lastEventId };
  }

  /** Sends events, calls of custom functions and the like to the library. */
  notify(entries: NoticeEntry[]): void {
    this.bridge.onMessageFromHost?.(JSON.stringify({ type: messageTypes.notice, message: { entries } }));
  }

  // Custom functions

  /** Makes the add-in's functions callable from cells; cells that used them before are computed anew. */
  useCustomFunctions(source: CustomFunctionSource | null): void {
    this.bridgedFunctions = source instanceof BridgeCustomFunctions ? source : null;
    this.workbook.calculation.customFunctions = source;
    this.workbook.calculate('Full');
  }

  /** Custom functions called over the bridge, as Excel calls them. */
  bridgeCustomFunctions(metadata: FunctionsMetadata, namespace: string): BridgeCustomFunctions {
    const source = new BridgeCustomFunctions(metadata, namespace, (entries) => this.notify(entries), () => {
      this.workbook.markDirty();
      this.workbook.settle();
    });
    this.useCustomFunctions(source);
    return source;
  }

  // A person at the grid

  /** Enters what a person typed: Danish numbers, dates and formulas are understood. */
  enter(sheet: SheetModel, area: Area, entryAt: (row: number, column: number) => unknown, actor: Actor = 'user'): void {
    this.history.commit();
    this.workbook.write(sheet, area, (row, column) => {
      const written = entryAt(row, column);
      return typeof written === 'string' && written.startsWith('=') ? toInvariantFormula(written) : written;
    }, actor, this.workbook.culture);
    if (actor === 'coauthor') this.history.absorb();
    else this.history.commit();
    this.workbook.settle();
  }

  /** Ctrl+Z; false when there is nothing to take back. */
  undo(): boolean {
    const isDone = this.history.undo();
    this.workbook.settle();
    return isDone;
  }

  /** Ctrl+Y; false when there is nothing to do again. */
  redo(): boolean {
    const isDone = this.history.redo();
    this.workbook.settle();
    return isDone;
  }

  areaOf(address: string): Area {
    const area = parseArea(address);
    if (!area) throw new Error(`"${address}" is no address.`);
    return area;
  }

  // Files

  save(): SavedWorkbook {
    return saveWorkbook(this.workbook);
  }

  /** Opens a saved workbook in place of the present one; the client must be restarted, as it is when Excel opens a file. */
  open(saved: SavedWorkbook): void {
    this.openModel(openWorkbook(saved));
  }

  /** Opens a workbook from wherever it comes in place of the present one. */
  openModel(workbook: WorkbookModel): void {
    const source = this.workbook.calculation.customFunctions;
    this.adopt(workbook);
    workbook.markDirty();
    this.workbook.calculation.customFunctions = source;
    this.workbook.settle();
  }
}

/** Whether a request comes from the client's own code, and not from the library's start-up or clean-up. */
function isClientSync(body: RequestBody): boolean {
  const paths = Object.values(body.ObjectPaths);
  if (paths.some((path) => path.ObjectPathType === pathTypes.newObject)) return false;
  const acts = body.Actions.filter((action) => action.ActionType !== actionTypes.instantiate);
  return acts.length === 0 ? body.Actions.length > 0 : acts.some((action) => action.Name !== removalOfReferences);
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

import { CellError } from '../../spreadsheet/cells/value';
import { type Operand } from '../../spreadsheet/formula/operand';
import { type CallingCell, type CustomFunctionSignature, type CustomFunctionSource, type ParameterAddresses, type WireArgument, addressOf, readFunctionError, readFunctionResult } from '../../spreadsheet/model/formulas/custom-functions';
import { type NoticeEntry, noticeCategories } from './protocol/wire';

/** The part of functions.json that is read. */
export interface FunctionsMetadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly parameters?: readonly { readonly name: string; readonly description?: string; readonly type?: string; readonly dimensionality?: string; readonly optional?: boolean; readonly repeating?: boolean }[];
    readonly options?: { readonly volatile?: boolean; readonly requiresParameterAddresses?: boolean };
  }[];
}

/** The functions an add-in describes, by their full name in formulas. */
export function readSignatures(metadata: FunctionsMetadata, namespace: string): Map<string, CustomFunctionSignature> {
  return new Map(metadata.functions.map((item) => {
    const name = `${namespace}.${item.name}`.toUpperCase();
    const parameters = (item.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      description: parameter.description ?? '',
      type: parameter.type ?? 'any',
      isMatrix: parameter.dimensionality === 'matrix',
      isOptional: parameter.optional === true,
      isRepeating: parameter.repeating === true,
    }));
    const signature = {
      name, id: item.id, description: item.description ?? '', parameters,
      isVolatile: item.options?.volatile === true, needsParameterAddresses: item.options?.requiresParameterAddresses === true,
    };
    return [name, signature];
  }));
}

abstract class MetadataSource implements CustomFunctionSource {
  private known: Map<string, CustomFunctionSignature>;

  constructor(metadata: FunctionsMetadata, namespace: string) {
    this.known = readSignatures(metadata, namespace);
  }

  signature(name: string): CustomFunctionSignature | null {
    return this.known.get(name.toUpperCase()) ?? null;
  }

  signatures(): readonly CustomFunctionSignature[] {
    return [...this.known.values()];
  }

  abstract call(name: string, values: readonly WireArgument[], place: CallingCell, addresses: ParameterAddresses): Operand;
}

export type AssociatedFunction = (...parameters: unknown[]) => unknown;

/** Calls the functions that the add-in associated directly, in the same window. A promise is #BUSY! until it is kept; then its cell is calculated again. */
export class DirectCustomFunctions extends MetadataSource {
  private readonly answers = new Map<string, Operand>();
  private readonly open = new Set<string>();
  private isScheduled = false;

  constructor(metadata: FunctionsMetadata, namespace: string, private readonly associated: (id: string) => AssociatedFunction | null, private readonly recalculate: () => void = () => undefined) {
    super(metadata, namespace);
  }

  override signature(name: string): CustomFunctionSignature | null {
    const signature = super.signature(name);
    return signature && this.associated(signature.id) ? signature : null;
  }

  call(name: string, values: readonly WireArgument[], place: CallingCell, addresses: ParameterAddresses): Operand {
    const signature = this.signature(name);
    const implementation = signature && this.associated(signature.id);
    if (!implementation) return new CellError('#NAME?');
    const key = JSON.stringify([addressOf(place), name, values, addresses]);
    const kept = this.answers.get(key);
    this.answers.delete(key);
    if (kept !== undefined) return kept;
    if (this.open.has(key)) return new CellError('#BUSY!');
    try {
      const result = implementation(...values, { address: addressOf(place), functionName: signature.id, ...(addresses === null ? {} : { parameterAddresses: addresses }) });
      return isPromise(result) ? this.waitFor(key, result) : readFunctionResult(result);
    } catch (error) {
      return readFunctionError(error);
    }
  }

  private waitFor(key: string, promise: PromiseLike<unknown>): CellError {
    const keep = (answer: Operand): void => {
      this.open.delete(key);
      this.answers.set(key, answer);
      if (this.isScheduled) return;
      this.isScheduled = true;
      setTimeout(() => {
        this.isScheduled = false;
        this.recalculate();
      }, 0);
    };
    this.open.add(key);
    void promise.then((value) => keep(readFunctionResult(value)), (error: unknown) => keep(readFunctionError(error)));
    return new CellError('#BUSY!');
  }
}

/** Whether a function answers later. Shape: the pane's window has a Promise of its own. */
function isPromise(result: unknown): result is PromiseLike<unknown> {
  return typeof result === 'object' && result !== null && 'then' in result;
}

const firstInvocation = 1000;
const errorCodesByNumber: Record<number, CellError['code']> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 7: '#VALUE!', 8: '#NULL!', 10: '#NAME?' };

/** Calls the add-in's functions as Excel does: all waiting calls in one notice to the library, answered later by a request. */
export class BridgeCustomFunctions extends MetadataSource {
  private readonly answers = new Map<string, Operand>();
  private readonly asked = new Map<number, string>();
  private waiting: { readonly id: number; readonly name: string; readonly values: readonly WireArgument[]; readonly address: string; readonly addresses: ParameterAddresses }[] = [];
  private lastId = firstInvocation;
  private isScheduled = false;
  /** Number of notices sent, each with any number of calls. */
  batches = 0;

  constructor(
    metadata: FunctionsMetadata,
    namespace: string,
    private readonly notify: (entries: NoticeEntry[]) => void,
    private readonly recalculate: () => void,
  ) {
    super(metadata, namespace);
  }

  call(name: string, values: readonly WireArgument[], place: CallingCell, addresses: ParameterAddresses): Operand {
    const address = addressOf(place);
    const key = JSON.stringify([address, name, values, addresses]);
    const answer = this.answers.get(key);
    if (answer !== undefined) {
      this.answers.delete(key);
      return answer;
    }
    if (![...this.asked.values()].includes(key)) {
      this.lastId += 1;
      this.asked.set(this.lastId, key);
      this.waiting.push({ id: this.lastId, name, values, address, addresses });
      this.schedule();
    }
    return new CellError('#BUSY!');
  }

  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setTimeout(() => {
      this.isScheduled = false;
      const calls = this.waiting;
      this.waiting = [];
      this.batches += 1;
      this.notify(calls.map(({ id, name, values, address, addresses }) => ({
        messageCategory: noticeCategories.customFunction, messageType: 1000, targetId: '', id,
        message: JSON.stringify([id, this.signature(name)?.id ?? name, values, address, 0, addresses]),
      })));
    }, 0);
  }

  /** Takes the rows of SetInvocationArrayResults: [id, true, value] or [id, false, message, code]. */
  takeResults(rows: readonly (readonly unknown[])[]): void {
    for (const [id, isAnswered, value, code] of rows) {
      const key = this.asked.get(Number(id));
      if (key === undefined) continue;
      this.asked.delete(Number(id));
      const error = new CellError(errorCodesByNumber[Number(code)] ?? '#VALUE!', typeof value === 'string' ? value : undefined);
      this.answers.set(key, isAnswered === true ? readFunctionResult(value) : error);
    }
    this.recalculate();
  }
}

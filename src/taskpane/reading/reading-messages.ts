import { type Agreement } from '../../core/budget/agreement';
import { type Failure } from '../../core/failure';
import { type Language } from '../../core/money/danish-number';
import { type Check } from '../../core/reconciliation/rule';
import { type Acceptance } from '../../outputs/checked-document';
import { type OutputKind } from '../../outputs/output-kind';
import { type SourceText } from '../state/source-text';

/** Asks the reading worker to get ready for PDFs; there is no answer. */
export interface PrepareRequest {
  readonly kind: 'prepare';
}

/** What the pane asks of the reading worker. */
export interface ReadRequest {
  readonly kind: 'read';
  readonly request: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly password: string | null;
  readonly encoding: string | null;
  /** Whether a damaged file is read as far as it goes. */
  readonly acceptPartly: boolean;
  readonly others: readonly Agreement[];
}

/** Asks for what leaves of a document: it is read anew, because only the worker ever has its words and places. */
export interface SaveRequest extends Omit<ReadRequest, 'kind'> {
  readonly kind: 'save';
  readonly output: OutputKind;
  /** The title that was given to a document without one. */
  readonly title: string | null;
  /** Accepted findings by key. */
  readonly acceptances: readonly (readonly [key: string, acceptance: Acceptance])[];
  readonly language: Language;
  /** In ISO 8601. */
  readonly madeAt: string;
}

/** What the reading worker answers. `ready` comes once, at its start. */
export type ReadAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly request: number; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly request: number; readonly failure: Failure }
  | { readonly kind: 'saved'; readonly request: number; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly request: number; readonly source: SourceText; readonly agreement: Agreement; readonly checks: readonly Check[] };

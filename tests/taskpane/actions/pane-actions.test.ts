import { fail, succeed, type Result } from '../../../src/core/failure';
import { type DocumentReader, type ReadingOrder, type SavingOrder } from '../../../src/taskpane/reading/document-reader';
import { createPaneActions, type PaneActions } from '../../../src/taskpane/actions/pane-actions';
import { initialState, type PickedFile, type Reading } from '../../../src/taskpane/state/pane-state';
import { createPaneStore, type PaneStore } from '../../../src/taskpane/state/pane-store';
import { agreementOf, initiativeOf } from '../../support/sample-agreement';
import { buildAgreement } from '../../support/agreement-builder';
import { FakeWorkbook } from '../fixtures/fake-workbook';

const file = (name: string): PickedFile => ({ name, bytes: new Uint8Array([65]), origin: 'file' });

function readingOf(name: string): Reading {
  const sha256 = name.padEnd(64, '0');
  return {
    source: { name, sha256, format: 'text', pages: null, heading: null, lines: [], unreadablePages: [], isPartlyRead: false },
    agreement: agreementOf([initiativeOf('SletDet', 2, '1,0 1,0 1,0 1,0 4,0', [])], { document: { name, sha256, layout: 'initiative-sheets', pages: null }, title: name }),
    checks: [],
  };
}

/** Reads every order at once, in the way that the test says, and remembers the orders. */
class FakeReader implements DocumentReader {
  readonly orders: ReadingOrder[] = [];
  readonly saved: SavingOrder[] = [];
  constructor(private readonly answer: (order: ReadingOrder) => Result<Reading> | Promise<Result<Reading>> = ({ name }) => succeed(readingOf(name))) {}
  prepare(): void {
    // A reader that answers at once has nothing to prepare.
  }
  async read(order: ReadingOrder, signal: AbortSignal): Promise<Result<Reading>> {
    this.orders.push(order);
    const result = await this.answer(order);
    return signal.aborted ? fail({ code: 'cancelled' }) : result;
  }
  async save(order: SavingOrder): Promise<Result<Uint8Array>> {
    this.saved.push(order);
    return order.output === 'marked' && order.name === 'signed.pdf' ? fail({ code: 'pdf-not-marked', name: order.name, reason: 'signed' }) : succeed(new Uint8Array([order.output.length]));
  }
}

interface Bench {
  readonly store: PaneStore;
  readonly port: FakeWorkbook;
  readonly reader: FakeReader;
  readonly actions: PaneActions;
}

function bench(reader = new FakeReader()): Bench {
  const store = createPaneStore(initialState(false));
  const port = new FakeWorkbook();
  port.onStateChanged((workbook) => store.dispatch({ type: 'workbook-changed', workbook }));
  const actions = createPaneActions(store, { port, reader, fetchSample: async () => file('eksempel.txt') });
  return { store, port, reader, actions };
}

/** Waits until the state is as wanted. */
function until({ store }: Bench, isSo: (state: ReturnType<PaneStore['getState']>) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isSo(store.getState())) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}
const allRead = (state: ReturnType<PaneStore['getState']>): boolean => state.documents.length > 0 && state.documents.every(({ stage }) => stage.kind === 'read');

describe('pane actions', () => {
  it('reads several files one after the other, each knowing the ones before', async () => {
    const one = bench();
    one.actions.openFiles([file('a'), file('b'), file('c')]);
    await until(one, allRead);
    expect(one.reader.orders.map(({ name, others }) => [name, others.map(({ title }) => title)])).toEqual([
      ['a', []],
      ['b', ['a']],
      ['c', ['a', 'b']],
    ]);
  });

  it('asks again with the password and keeps a chosen encoding', async () => {
    const one = bench(new FakeReader(({ name, password }) => (password === 'hemmelig' ? succeed(readingOf(name)) : fail({ code: 'password-needed', name, wasWrong: password !== null }))));
    one.actions.openFiles([file('a')]);
    await until(one, ({ documents }) => documents[0]?.stage.kind === 'failed');
    one.actions.readAgain(1, { password: 'forkert', encoding: 'macintosh' });
    await until(one, ({ documents }) => documents[0]?.stage.kind === 'failed' && documents[0].encoding === 'macintosh');
    one.actions.readAgain(1, { password: 'hemmelig' });
    await until(one, allRead);
    expect(one.reader.orders.at(-1)).toMatchObject({ password: 'hemmelig', encoding: 'macintosh', acceptPartly: false });
  });

  it('closes a document whose reading is cancelled, while the next is read', async () => {
    const one = bench();
    one.actions.openFiles([file('a'), file('b')]);
    one.actions.cancelReading(1);
    await until(one, allRead);
    expect(one.store.getState().documents.map(({ file: { name } }) => name)).toEqual(['b']);
    expect(one.store.getState().notice).toEqual({ kind: 'reading-cancelled', name: 'a' });
  });

  it('inserts all documents, shows the workbook and takes one back', async () => {
    const one = bench();
    one.actions.openFiles([file('a'), file('b')]);
    await until(one, allRead);
    await one.actions.insertDocuments([1, 2]);
    expect(one.store.getState().workbook?.imports.map(({ agreement }) => agreement.title)).toEqual(['a', 'b']);
    await one.actions.removeImport('import-1', 'a');
    expect(one.store.getState().workbook?.imports.map(({ agreement }) => agreement.title)).toEqual(['b']);
    expect(one.store.getState().documents.map(({ receipt }) => receipt === null)).toEqual([true, false]);
  });

  it('stops at the first failure and says it', async () => {
    const one = bench();
    one.actions.openFiles([file('a'), file('b')]);
    await until(one, allRead);
    one.port.nextFailure = { code: 'workbook-protected' };
    await one.actions.insertDocuments([1, 2]);
    expect(one.store.getState()).toMatchObject({ activity: null, notice: { kind: 'failure', failure: { code: 'workbook-protected' } } });
    expect(one.store.getState().documents.every(({ receipt }) => receipt === null)).toBe(true);
  });

  it('tells what was inserted before a later document failed', async () => {
    const one = bench();
    one.actions.openFiles([file('a'), file('b')]);
    await until(one, allRead);
    const importAgreement = one.port.importAgreement.bind(one.port);
    one.port.importAgreement = async (agreement, ...rest) => (agreement.title === 'b' ? fail({ code: 'workbook-protected' }) : importAgreement(agreement, ...rest));
    await one.actions.insertDocuments([1, 2]);
    expect(one.store.getState().notice).toMatchObject({ kind: 'failure', failure: { code: 'workbook-protected' }, done: [{ kind: 'inserted', receipts: [{ title: 'a' }] }] });
  });

  it('replaces an earlier import of the same document, and says so when only half of that succeeds', async () => {
    const one = bench();
    one.actions.openFiles([file('a')]);
    await until(one, allRead);
    await one.actions.insertDocuments([1]);
    await one.actions.replaceImport(1, 'import-1', 'a');
    expect(one.store.getState().workbook?.imports.map(({ importId }) => importId)).toEqual(['import-2']);
    expect(one.store.getState().notice).toMatchObject({ kind: 'inserted' });
    one.port.importAgreement = async () => fail({ code: 'workbook-protected' });
    await one.actions.replaceImport(1, 'import-2', 'a');
    expect(one.store.getState().notice).toMatchObject({ kind: 'failure', done: [{ kind: 'removed', title: 'a' }] });
  });

  it('runs one action on the workbook at a time', async () => {
    const one = bench();
    const first = one.actions.checkWorkbook();
    await one.actions.insertInitiative(agreementOf([initiativeOf('SletDet', 2, '1,0 1,0 1,0 1,0 4,0', [])]), 0);
    await first;
    expect(one.port.inserted).toEqual([]);
  });

  it('cancels an import between its steps, with the workbook unchanged', async () => {
    const one = bench();
    one.actions.openFiles([file('a')]);
    await until(one, allRead);
    const inserting = one.actions.insertDocuments([1]);
    one.actions.cancelActivity();
    await inserting;
    expect(one.store.getState()).toMatchObject({ notice: { kind: 'failure', failure: { code: 'cancelled' } } });
    expect(one.store.getState().documents[0]?.receipt).toBeNull();
  });

  it('turns a thrown error into a failure that admits that the workbook is not known', async () => {
    const one = bench();
    one.port.removeImport = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ItemNotFound' }));
    await one.actions.removeImport('import-1', 'a');
    expect(one.store.getState().notice).toEqual({ kind: 'failure', failure: { code: 'host', hostCode: 'ItemNotFound', workbook: 'unknown' } });
  });

  it('tells which formulas lose their source, or that it cannot tell', async () => {
    const one = bench();
    const found = { formulas: [{ place: { sheet: 'Ark1', address: 'A1' }, formula: '=SUM(Oversigt[2026])' }], count: 1 };
    one.port.dependentFormulas = () => Promise.resolve(succeed(found));
    expect(await one.actions.findDependents('import-1')).toEqual(found);
    one.port.dependentFormulas = () => Promise.reject(new Error('gone'));
    expect(await one.actions.findDependents('import-1')).toBeNull();
  });

  it('inserts a working paper and says on which sheet, or why not', async () => {
    const one = bench();
    one.actions.openFiles([file('a')]);
    await until(one, allRead);
    await one.actions.insertDocuments([1]);
    await one.actions.insertWorkingPaper('import-1');
    expect(one.store.getState()).toMatchObject({ activity: null, notice: { kind: 'working-paper-inserted', place: { sheet: 'Arbejdspapir' } } });
    one.port.nextFailure = { code: 'workbook-protected' };
    await one.actions.insertWorkingPaper('import-1');
    expect(one.store.getState().notice).toEqual({ kind: 'failure', failure: { code: 'workbook-protected' } });
  });

  it('asks who decides where nobody tells, then makes the decision that waited and remembers the name', async () => {
    const remembered: (string | null)[] = [];
    const store = createPaneStore(initialState(false));
    const port = new FakeWorkbook(0, () => store.getState().signer);
    port.onStateChanged((workbook) => store.dispatch({ type: 'workbook-changed', workbook }));
    const actions = createPaneActions(store, { port, reader: new FakeReader(), fetchSample: async () => null, rememberSigner: (name) => remembered.push(name) });
    const decision = { kind: 'comment', keys: ['import-1-0'], text: 'Spørg Hanne' } as const;
    await actions.decide(decision);
    expect(store.getState()).toMatchObject({ activity: null, notice: null, unsigned: decision });
    actions.leaveUnsigned();
    expect(store.getState()).toMatchObject({ unsigned: null, notice: { kind: 'failure', failure: { code: 'cancelled' } } });
    await actions.decide(decision);
    await actions.sign('AH');
    expect(store.getState()).toMatchObject({ unsigned: null, signer: 'AH', notice: { kind: 'decided', decision: 'comment' } });
    actions.forgetSigner();
    expect(store.getState().signer).toBeNull();
    expect(remembered).toEqual(['AH', null]);
  });

  it('shows and hides the flags, or says why not', async () => {
    const one = bench();
    await one.actions.showFlags(false);
    expect(one.store.getState()).toMatchObject({ workbook: { areFlagsHidden: true }, notice: { kind: 'flags-shown', areShown: false } });
    one.port.nextFailure = { code: 'workbook-protected' };
    await one.actions.showFlags(true);
    expect(one.store.getState()).toMatchObject({ workbook: { areFlagsHidden: true }, notice: { kind: 'failure', failure: { code: 'workbook-protected' } } });
  });

  it('checks the selection, and again with a changed role', async () => {
    const one = bench();
    await one.actions.checkSelection();
    const first = one.store.getState().selection;
    expect(first).toMatchObject({ place: { sheet: 'Ark1', address: 'B3:F8' } });
    expect(one.store.getState()).toMatchObject({ activity: null, notice: null });
    await one.actions.changeSelectionRole({ axis: 'row', index: 3, role: 'of-which' });
    const second = one.store.getState().selection;
    expect(second?.reading.rows[3]).toEqual({ role: 'of-which', reason: 'user' });
    expect(second?.checks).not.toEqual(first?.checks);
  });

  it('compares the selection with an agreement, again after an edit, and writes its formulas where they can answer', async () => {
    const one = bench();
    await one.actions.compareSelection();
    expect(one.store.getState()).toMatchObject({ tieOut: null, notice: { kind: 'tie-out-refused', reason: 'no-agreement' } });
    const agreement = buildAgreement('title Aftale om vandet\n#1 Socialtilsyn\n| år | 2026 | 2027 | 2028 | I alt |\n| = I alt | 12,4 | 12,4 | 12,4 | 37,2 |');
    one.store.dispatch({ type: 'catalogue-loaded', catalogue: [agreement], trouble: null });
    await one.actions.compareSelection();
    const { tieOut } = one.store.getState();
    expect(tieOut?.sha256).toBe(agreement.document.sha256);
    await one.actions.compareAgain();
    expect(one.store.getState().tieOut?.sha256).toBe(agreement.document.sha256);
    await one.actions.insertTieOut();
    expect(one.port.blocks).toHaveLength(1);
    expect(one.store.getState().notice).toMatchObject({ kind: 'tie-out-inserted', formulas: 4, unnamed: 0 });
    one.store.dispatch({ type: 'catalogue-loaded', catalogue: [], trouble: null });
    await one.actions.insertTieOut();
    expect(one.port.blocks).toHaveLength(1);
    expect(one.store.getState().notice).toMatchObject({ kind: 'tie-out-refused', reason: 'nothing-to-write' });
  });

  it('says why a selection cannot be checked and keeps the last one', async () => {
    const one = bench();
    await one.actions.checkSelection();
    const { selection } = one.store.getState();
    one.port.grid = [];
    await one.actions.checkSelection();
    expect(one.store.getState()).toMatchObject({ selection, activity: null, notice: { kind: 'failure', failure: { code: 'nothing-selected' } } });
  });

  it('opens the sample, or says that it cannot be fetched', async () => {
    const one = bench();
    await one.actions.openSample();
    await until(one, allRead);
    expect(one.store.getState().documents[0]?.file.name).toBe('eksempel.txt');
    const actions = createPaneActions(one.store, { port: one.port, reader: one.reader, fetchSample: async () => null });
    await actions.openSample();
    expect(one.store.getState().notice).toEqual({ kind: 'sample-unreachable' });
  });
});

describe('a document without a title', () => {
  const untitled = new FakeReader(({ name }) => {
    const reading = readingOf(name);
    return succeed({ ...reading, source: { ...reading.source, heading: 'Notat om havne' }, agreement: { ...reading.agreement, title: null } });
  });

  it('is inserted under the title that is typed, and not under one that is refused', async () => {
    const one = bench(untitled);
    one.actions.openFiles([file('a.txt')]);
    await until(one, allRead);
    one.store.dispatch({ type: 'title-typed', id: 1, title: 'Havne/broer' });
    await one.actions.insertDocuments([1]);
    expect(one.store.getState().documents[0]?.receipt).toBeNull();
    one.store.dispatch({ type: 'title-typed', id: 1, title: 'Havne' });
    await one.actions.insertDocuments([1]);
    expect(one.store.getState().workbook?.imports.map(({ agreement }) => agreement.title)).toEqual(['Havne']);
  });

  it('keeps its title in the workbook when it is replaced, and stays when the new title is refused', async () => {
    const one = bench(untitled);
    one.actions.openFiles([file('a.txt')]);
    await until(one, allRead);
    one.store.dispatch({ type: 'title-typed', id: 1, title: 'Havne' });
    await one.actions.insertDocuments([1]);
    one.store.dispatch({ type: 'document-closed', id: 1 });
    one.actions.openFiles([file('a.txt')]);
    await until(one, allRead);
    const titles = (): (string | null)[] | undefined => one.store.getState().workbook?.imports.map(({ agreement }) => agreement.title);
    const [stored] = one.store.getState().workbook?.imports ?? [];
    await one.actions.replaceImport(2, stored?.importId ?? '', 'Havne');
    expect(titles()).toEqual(['Havne']);
    one.store.dispatch({ type: 'title-typed', id: 2, title: '' });
    await one.actions.replaceImport(2, one.store.getState().workbook?.imports[0]?.importId ?? '', 'Havne');
    expect(titles()).toEqual(['Havne']);
  });
});

describe('saveOutput', () => {
  /** A pane with one document that has been read. */
  async function withDocument(name: string): Promise<Bench & { readonly files: [string, Uint8Array][] }> {
    const store = createPaneStore(initialState(false));
    const port = new FakeWorkbook();
    const reader = new FakeReader();
    const files: [string, Uint8Array][] = [];
    const actions = createPaneActions(store, { port, reader, fetchSample: async () => null, saveFile: (...saved) => void files.push(saved), language: 'en' });
    const made = { store, port, reader, actions, files };
    actions.openFiles([file(name)]);
    await until(made, ({ documents }) => documents[0]?.stage.kind === 'read');
    return made;
  }

  it('hands over the file, and says what it is called', async () => {
    const { actions, store, reader, files } = await withDocument('aftale.pdf');
    await actions.saveOutput(store.getState().documents[0]?.id ?? 0, 'report', 'aftale - report.html');
    expect(files.map(([name]) => name)).toEqual(['aftale - report.html']);
    expect(store.getState().notice).toEqual({ kind: 'output-saved', name: 'aftale - report.html' });
    expect(reader.saved[0]).toMatchObject({ name: 'aftale.pdf', output: 'report', language: 'en', acceptances: [] });
  });

  it('says why a file cannot be made, and hands over none', async () => {
    const { actions, store, files } = await withDocument('signed.pdf');
    await actions.saveOutput(store.getState().documents[0]?.id ?? 0, 'marked', 'x.pdf');
    expect([files, store.getState().notice]).toEqual([[], { kind: 'failure', failure: { code: 'pdf-not-marked', name: 'signed.pdf', reason: 'signed' } }]);
  });

  it('does nothing for a document that is no longer open', async () => {
    const { actions, reader } = await withDocument('aftale.pdf');
    await actions.saveOutput(99, 'note', 'x.docx');
    expect(reader.saved).toEqual([]);
  });
});

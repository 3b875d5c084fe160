import { paneReducer, type PaneAction } from '../../../src/taskpane/state/pane-reducer';
import { initialState, type PaneState, type PickedFile } from '../../../src/taskpane/state/pane-state';
import { agreementOf, initiativeOf } from '../../support/sample-agreement';
import { deepFreeze } from '../../support/deep-freeze';

const file = (name: string): PickedFile => ({ name, bytes: new Uint8Array(), origin: 'file' });
const reading = {
  source: { name: 'a.txt', sha256: 'a'.repeat(64), format: 'text' as const, pages: null, heading: null, lines: [], unreadablePages: [], isPartlyRead: false },
  agreement: agreementOf([initiativeOf('SletDet', 2, '1,0 1,0 1,0 1,0 4,0', [])]),
  checks: [],
};
const receipt = { importId: 'i1', title: 'Aftale', sheets: ['Oversigt'], initiatives: 1, components: 0, findings: 0, syncs: 4, isPrintSet: true };

function after(...actions: readonly PaneAction[]): PaneState {
  return actions.reduce((state, action) => deepFreeze(paneReducer(state, action)), deepFreeze(initialState(true)));
}
const picked: PaneAction = { type: 'files-picked', files: [{ id: 1, file: file('a.txt') }, { id: 2, file: file('b.txt') }] };

describe('paneReducer', () => {
  it('opens picked files and shows the first', () => {
    const state = after({ type: 'view-opened', view: 'source' }, picked);
    expect(state.view).toBe('import');
    expect(state.currentDocument).toBe(1);
    expect(state.documents.map(({ stage }) => stage.kind)).toEqual(['waiting', 'waiting']);
  });

  it('follows a reading from start to result', () => {
    const started = after(picked, { type: 'reading-started', id: 1, encoding: null, password: null }, { type: 'reading-progressed', id: 1, progress: { done: 2, total: 5 } });
    expect(started.documents[0]?.stage).toEqual({ kind: 'reading', progress: { done: 2, total: 5 } });
    expect(paneReducer(started, { type: 'reading-done', id: 1, reading }).documents[0]?.stage).toEqual({ kind: 'read', reading });
  });

  it('shows a document that is open already instead of opening it twice', () => {
    const twice = after(picked, { type: 'document-shown', id: 2 }, { type: 'reading-done', id: 1, reading }, { type: 'reading-done', id: 2, reading });
    expect(twice.documents.map(({ id }) => id)).toEqual([1]);
    expect(twice).toMatchObject({ currentDocument: 1, notice: { kind: 'already-open', name: 'a.txt' } });
    expect(paneReducer(twice, { type: 'reading-done', id: 1, reading }).documents).toHaveLength(1);
  });

  it('ignores progress that arrives after the result', () => {
    const state = after(picked, { type: 'reading-done', id: 1, reading }, { type: 'reading-progressed', id: 1, progress: { done: 1, total: 5 } });
    expect(state.documents[0]?.stage.kind).toBe('read');
  });

  it('keeps a failed document to be seen, and closes a cancelled one', () => {
    const failed = after(picked, { type: 'reading-failed', id: 1, failure: { code: 'empty-file', name: 'a.txt' } });
    expect(failed.documents).toHaveLength(2);
    const cancelled = after(picked, { type: 'reading-failed', id: 1, failure: { code: 'cancelled' } });
    expect(cancelled.documents.map(({ id }) => id)).toEqual([2]);
    expect(cancelled.currentDocument).toBe(2);
  });

  it('shows the neighbour when a document is closed, and the start view after the last', () => {
    expect(after(picked, { type: 'document-shown', id: 2 }, { type: 'document-closed', id: 2 }).currentDocument).toBe(1);
    expect(after(picked, { type: 'document-closed', id: 2 }).currentDocument).toBe(1);
    expect(after(picked, { type: 'document-closed', id: 1 }, { type: 'document-closed', id: 2 }).currentDocument).toBeNull();
  });

  it('marks a document as inserted, and as not inserted once taken back', () => {
    const inserted = after(picked, { type: 'reading-done', id: 1, reading }, { type: 'activity-started', kind: 'import' }, { type: 'imported', id: 1, receipts: [receipt] });
    expect(inserted.activity).toBeNull();
    expect(inserted.notice).toEqual({ kind: 'inserted', receipts: [receipt] });
    expect(inserted.documents[0]?.receipt).toEqual(receipt);
    expect(inserted.isHintVisible).toBe(false);
    const removed = paneReducer(inserted, { type: 'import-removed', importId: 'i1', title: 'Aftale' });
    expect(removed.documents[0]?.receipt).toBeNull();
    expect(removed.notice).toEqual({ kind: 'removed', title: 'Aftale' });
  });

  it('drops a notice with the view that it belonged to', () => {
    const noticed = after({ type: 'noticed', notice: { kind: 'decided', decision: 'accept', keys: ['k'] } });
    expect(paneReducer(noticed, { type: 'view-opened', view: 'import' }).notice).not.toBeNull();
    expect(paneReducer(noticed, { type: 'view-opened', view: 'source' }).notice).toBeNull();
  });

  it('shows a source without changing the view unless asked', () => {
    const source = { sha256: 'a', page: null, line: 3, quote: null, box: null };
    expect(after({ type: 'source-shown', source, opensView: false }).view).toBe('import');
    expect(after({ type: 'source-shown', source, opensView: true })).toMatchObject({ view: 'source', source });
  });

  it('leads back to the place that a document was opened for, and says when it is another document', () => {
    const asked: PaneAction = { type: 'files-picked', files: [{ id: 1, file: file('a.txt') }], isForSource: true };
    const source = (sha256: string): PaneAction => ({ type: 'source-shown', source: { sha256, page: null, line: 3, quote: null, box: null }, opensView: true });
    const done: PaneAction = { type: 'reading-done', id: 1, reading };
    expect(after(source('a'.repeat(64)), asked, done).view).toBe('source');
    expect(after(source('b'.repeat(64)), asked, done)).toMatchObject({ view: 'import', notice: { kind: 'other-document', name: 'a.txt' } });
    expect(after(source('a'.repeat(64)), picked, done).view).toBe('import');
  });

  it('keeps the small choices', () => {
    const state = after(
      { type: 'target-chosen', target: 'selection' },
      { type: 'query-changed', query: 'slet' },
      { type: 'filter-changed', filter: { severities: ['error'], rule: null } },
      { type: 'hint-dismissed' },
      { type: 'activity-progressed', progress: { done: 1, total: 2 } },
    );
    expect(state).toMatchObject({ target: 'selection', query: 'slet', filter: { severities: ['error'] }, isHintVisible: false, activity: null });
  });
});

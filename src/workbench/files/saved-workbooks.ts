import { type SavedWorkbook } from '../excel-side/persistence';

const databaseName = 'workbench';
/** 1 kept one saved workbook beside the session; 2 keeps many, by their names. */
const databaseVersion = 2;
const sessionStore = 'workbooks';
const workbookStore = 'saved-workbooks';
const listStore = 'saved-list';
const sessionKey = 'session';
const onlyKeyOfVersion1 = 'saved';

/** What stood in the workbench last. Shape: `fileName` is what it is saved as, null while it is not; `isChanged` tells of what is not saved. */
export interface Session {
  readonly workbook: SavedWorkbook;
  readonly fileName: string | null;
  readonly isChanged: boolean;
}

/** A workbook that was saved under a name. Units: `size` in bytes. */
export interface SavedFile {
  readonly name: string;
  readonly savedAt: number;
  readonly size: number;
}

/** The browser gives no more room; what was kept before is still there. */
export class StorageFull extends Error {}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, databaseVersion);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) request.result.createObjectStore(sessionStore);
      for (const name of [workbookStore, listStore]) request.result.createObjectStore(name);
      if (oldVersion === 1 && request.transaction) takeOverVersion1(request.transaction);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser gave no access to its storage.'));
  });
}

function takeOverVersion1(transaction: IDBTransaction): void {
  const store = transaction.objectStore(sessionStore);
  const session = store.get(sessionKey);
  session.onsuccess = () => {
    if (session.result) store.put({ workbook: session.result as SavedWorkbook, fileName: null, isChanged: true } satisfies Session, sessionKey);
  };
  const only = store.get(onlyKeyOfVersion1);
  only.onsuccess = () => {
    const workbook = only.result as SavedWorkbook | undefined;
    store.delete(onlyKeyOfVersion1);
    if (workbook) put(transaction, workbook.name, workbook);
  };
}

/** Does something to the stores as a whole or not at all. Errors: rejects with `StorageFull` where there is no room. */
async function inStores<T>(mode: IDBTransactionMode, act: (transaction: IDBTransaction) => IDBRequest<T> | void): Promise<T | undefined> {
  const database = await openDatabase();
  try {
    return await new Promise<T | undefined>((resolve, reject) => {
      const transaction = database.transaction([sessionStore, workbookStore, listStore], mode);
      const fail = (): void => reject(transaction.error?.name === 'QuotaExceededError' ? new StorageFull() : (transaction.error ?? new Error('The browser could not use its storage.')));
      const request = act(transaction);
      transaction.oncomplete = () => resolve(request ? request.result : undefined);
      transaction.onabort = fail;
      transaction.onerror = fail;
    });
  } finally {
    database.close();
  }
}

function put(transaction: IDBTransaction, name: string, workbook: SavedWorkbook): void {
  transaction.objectStore(workbookStore).put(workbook, name);
  transaction.objectStore(listStore).put({ name, savedAt: Date.now(), size: JSON.stringify(workbook).length } satisfies SavedFile, name);
}

function remove(transaction: IDBTransaction, name: string): void {
  for (const store of [workbookStore, listStore]) transaction.objectStore(store).delete(name);
}

/** Keeps what stands in the workbench, so that it is there again after a reload. */
export async function storeSession(session: Session): Promise<void> {
  await inStores('readwrite', (transaction) => void transaction.objectStore(sessionStore).put(session, sessionKey));
}

export async function storedSession(): Promise<Session | null> {
  return ((await inStores('readonly', (transaction) => transaction.objectStore(sessionStore).get(sessionKey))) as Session | undefined) ?? null;
}

/** The saved workbooks, the latest first. */
export async function savedFiles(): Promise<SavedFile[]> {
  const files = (await inStores('readonly', (transaction) => transaction.objectStore(listStore).getAll())) as SavedFile[] | undefined;
  return (files ?? []).sort((a, b) => b.savedAt - a.savedAt);
}

/** Saves a workbook under a name, in place of one that has it. */
export async function saveFile(name: string, workbook: SavedWorkbook): Promise<void> {
  await inStores('readwrite', (transaction) => put(transaction, name, workbook));
}

/** A saved workbook, or null where none has the name. */
export async function savedFile(name: string): Promise<SavedWorkbook | null> {
  return ((await inStores('readonly', (transaction) => transaction.objectStore(workbookStore).get(name))) as SavedWorkbook | undefined) ?? null;
}

export async function deleteFile(name: string): Promise<void> {
  await inStores('readwrite', (transaction) => remove(transaction, name));
}

/** Gives a saved workbook another name, in place of one that has it. */
export async function renameFile(before: string, after: string): Promise<void> {
  const workbook = await savedFile(before);
  if (!workbook || before === after) return;
  await inStores('readwrite', (transaction) => {
    put(transaction, after, { ...workbook, name: after });
    remove(transaction, before);
  });
}

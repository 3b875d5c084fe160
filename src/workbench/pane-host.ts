import type {} from './shell/pane';

/** Runs in the pane's window before office.js: lets the workbench around it put Excel's end of the bridge in place. */
const host = window.parent === window ? undefined : window.parent.workbenchPaneHost;
if (!host) throw new Error('This page belongs into the workbench; open the workbench instead.');
host.install(window);

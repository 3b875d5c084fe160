import { bundleAddin } from './bundle-addin';

/** Run by the workbench's build in a process of its own, because what builds takes memory that the server need not keep. */
const [, , folder, pane, functions] = process.argv;
if (folder === undefined) throw new Error('Name the folder to build into');
try {
  await bundleAddin({ folder, isWorkbench: true, ...(pane === undefined ? {} : { pane }), ...(functions === undefined ? {} : { functions }) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

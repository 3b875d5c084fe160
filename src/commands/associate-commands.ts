/** What the ribbon's buttons ask of the pane. */
export interface PaneCommands {
  /** Opens the view in which a document is chosen. */
  showImport(): void;
  /** Checks everything in the workbook and shows what was found. */
  checkWorkbook(): Promise<void>;
}

/** Tells Excel which function answers which ribbon button of the manifest. Called once when the shared runtime starts. */
export function associateCommands(pane: PaneCommands): void {
  Office.actions.associate(
    'importAgreement',
    untilCompleted(async () => {
      pane.showImport();
      await showPane();
    }),
  );
  Office.actions.associate(
    'checkWorkbook',
    untilCompleted(async () => {
      await showPane();
      await pane.checkWorkbook();
    }),
  );
  Office.actions.associate('showPane', untilCompleted(showPane));
}

/** Excel keeps a button's command running until it is told that it is completed, however it ended. */
function untilCompleted(command: () => Promise<void>): (event: Office.AddinCommands.Event) => void {
  return (event) => {
    void command().finally(() => event.completed());
  };
}

/** Brings the pane up. Where a host cannot do that on request, its own button opens the pane and the command has still been carried out. */
async function showPane(): Promise<void> {
  await Office.addin.showAsTaskpane().catch(() => undefined);
}

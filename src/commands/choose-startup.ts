/** Lets the custom functions answer as soon as a workbook with agreements opens the next time. */
export function chooseStartup(hasAgreements: boolean): void {
  const behavior = hasAgreements ? Office.StartupBehavior.load : Office.StartupBehavior.none;
  void Office.addin.setStartupBehavior(behavior).catch(() => {
    // A host without start-up behaviour answers the formulas once the pane is opened.
  });
}

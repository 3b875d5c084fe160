import { type FUniver } from '@univerjs/core/facade';

/** Two presses within this time are one double press. Units: milliseconds. */
const DOUBLE_PRESS_MS = 400;

/**
 * Renames a sheet whose tab is pressed twice. The grid does that itself, but takes the second press for the beginning of a drag, too: a name that is given
 * within half a second would leave the tab torn out of its bar, and the grid gone when the next workbook is opened.
 */
export function renameOnDoublePress(api: FUniver, place: HTMLElement): void {
  let last: { readonly tab: HTMLElement; readonly at: number } | null = null;
  place.addEventListener('pointerdown', (event) => {
    const tab = event.button === 0 && event.target instanceof Element ? event.target.closest<HTMLElement>('[data-u-comp="slide-tab-item"]') : null;
    const isSecond = tab !== null && last?.tab === tab && event.timeStamp - last.at <= DOUBLE_PRESS_MS;
    last = tab === null || isSecond ? null : { tab, at: event.timeStamp };
    if (!isSecond || tab.querySelector('[contenteditable="true"]')) return;
    event.stopImmediatePropagation();
    void api.executeCommand('sheet.operation.rename-sheet', { subUnitId: tab.dataset['id'] });
  }, { capture: true });
}

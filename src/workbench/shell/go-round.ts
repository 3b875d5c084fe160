/** What of the grid takes keys. */
const GRID_FOCUS = '[contenteditable=true], input, [tabindex]';

/** What of a document takes keys first: the chosen tab of the pane, else its first control. */
const FIRST_FOCUS = '[role=tab][aria-selected=true], button, input, [tabindex="0"]';

/** F6 goes round the commands, the grid and the pane, as in Excel; Shift+F6 the other way. */
export function goRoundByF6(ribbon: HTMLElement, grid: HTMLElement, pane: HTMLIFrameElement): void {
  const focusIn = (root: ParentNode | null, wanted: string): void => root?.querySelector<HTMLElement>(wanted)?.focus();
  const regions: readonly { readonly has: (element: Element | null) => boolean; readonly focus: () => void }[] = [
    { has: (element) => ribbon.contains(element), focus: () => focusIn(ribbon, 'button') },
    { has: (element) => grid.contains(element) || element === document.body, focus: () => focusIn(grid, GRID_FOCUS) },
    {
      has: (element) => element === pane,
      focus: () => {
        pane.contentWindow?.focus();
        focusIn(pane.contentDocument, FIRST_FOCUS);
      },
    },
  ];
  const go = (event: KeyboardEvent): void => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    const from = Math.max(0, regions.findIndex(({ has }) => has(document.activeElement)));
    const { length } = regions;
    regions[(from + (event.shiftKey ? length - 1 : 1)) % length]?.focus();
  };
  window.addEventListener('keydown', go, { capture: true });
  const listen = (): void => pane.contentWindow?.addEventListener('keydown', go, { capture: true });
  pane.addEventListener('load', listen);
  listen();
}

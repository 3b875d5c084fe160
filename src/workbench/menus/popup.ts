/** Something that stands over the page at a place until a person is done with it. */
export interface Popup {
  readonly box: HTMLElement;
  close(): void;
}

let open: Popup | null = null;
let pointer = { x: 0, y: 0 };
window.addEventListener('pointerdown', ({ clientX, clientY }) => {
  pointer = { x: clientX, y: clientY };
}, { capture: true });

/** Where a popup opens that belongs to what was pressed: below the button that has the keyboard, else at the pointer. */
export function pressedPlace(): { readonly x: number; readonly y: number } {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLButtonElement)) return { x: pointer.x, y: pointer.y + 12 };
  const { left, bottom } = activeElement.getBoundingClientRect();
  return { x: left, y: bottom + 4 };
}

/** Opens a popup near a place and puts the keyboard into it; Escape, a press outside or another popup closes it, and the keyboard goes back to where it was. */
export function openPopup(label: string, content: readonly HTMLElement[], { x, y }: { readonly x: number; readonly y: number }): Popup {
  open?.close();
  const before = document.activeElement;
  const box = document.createElement('div');
  box.className = 'popup';
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', label);
  box.append(...content);
  document.body.append(box);
  const { width, height } = box.getBoundingClientRect();
  box.style.left = `${Math.max(8, Math.min(x, window.innerWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(y, window.innerHeight - height - 8))}px`;
  const outside = (event: Event): void => {
    if (!box.contains(event.target as Node)) popup.close();
  };
  const popup: Popup = {
    box,
    close() {
      if (open !== popup) return;
      open = null;
      box.remove();
      document.removeEventListener('pointerdown', outside, { capture: true });
      if (before instanceof HTMLElement) before.focus();
    },
  };
  open = popup;
  box.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') popup.close();
  });
  // The press that opened it is over by then.
  setTimeout(() => {
    if (open !== popup) return;
    document.addEventListener('pointerdown', outside, { capture: true });
    box.querySelector<HTMLElement>('button, input')?.focus();
  }, 0);
  return popup;
}

/** A button of a popup. */
export function popupButton(label: string, press: () => void): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'popup-choice', textContent: label });
  button.addEventListener('click', press);
  return button;
}

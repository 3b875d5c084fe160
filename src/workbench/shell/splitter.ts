const leastWidth = 320;
const step = 20;

/** Lets the pane's width be dragged, or changed with the arrow keys. */
export function makeResizable(splitter: HTMLElement, pane: HTMLElement): void {
  const resize = (width: number): void => {
    pane.style.width = `${Math.max(leastWidth, Math.min(width, window.innerWidth - leastWidth))}px`;
  };
  splitter.addEventListener('pointerdown', (down) => {
    const startWidth = pane.getBoundingClientRect().width;
    splitter.setPointerCapture(down.pointerId);
    pane.classList.add('is-resizing');
    const move = (event: PointerEvent): void => resize(startWidth + down.clientX - event.clientX);
    const end = (): void => {
      pane.classList.remove('is-resizing');
      splitter.removeEventListener('pointermove', move);
    };
    splitter.addEventListener('pointermove', move);
    splitter.addEventListener('pointerup', end, { once: true });
    splitter.addEventListener('pointercancel', end, { once: true });
  });
  splitter.addEventListener('keydown', (event) => {
    const width = pane.getBoundingClientRect().width;
    if (event.key === 'ArrowLeft') resize(width + step);
    if (event.key === 'ArrowRight') resize(width - step);
  });
}

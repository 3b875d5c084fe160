/** Something to choose in a menu; a line stands before it where a new group begins. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly startsGroup?: boolean;
  readonly choose: () => void;
}

/** A button that opens a menu below it; arrows go through the items, Escape closes. Source: WAI-ARIA Authoring Practices, "Menu Button". */
export function menuButton(id: string, label: string, items: readonly MenuItem[]): HTMLElement {
  const place = Object.assign(document.createElement('div'), { className: 'menu-place' });
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'file-button', id, textContent: label });
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-expanded', 'false');
  const menu = Object.assign(document.createElement('div'), { className: 'menu', hidden: true });
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', label);
  const show = (isOpen: boolean): void => {
    menu.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) menu.querySelector<HTMLElement>('button')?.focus();
  };
  menu.append(...items.map((item) => menuItem(item, () => show(false))));
  button.addEventListener('click', () => show(menu.hidden));
  place.addEventListener('focusout', (event) => {
    if (!place.contains(event.relatedTarget as Node | null)) show(false);
  });
  place.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' && menu.hidden) show(true);
    else if (event.key === 'Escape' && !menu.hidden) {
      show(false);
      button.focus();
    } else if (!menu.hidden) move(menu, event);
    else return;
    event.stopPropagation();
  });
  place.append(button, menu);
  return place;
}

function menuItem({ id, label, keys, startsGroup, choose }: MenuItem, close: () => void): HTMLButtonElement {
  const item = Object.assign(document.createElement('button'), { type: 'button', className: startsGroup ? 'menu-item starts-group' : 'menu-item', id, tabIndex: -1 });
  item.setAttribute('role', 'menuitem');
  item.append(Object.assign(document.createElement('span'), { textContent: label }));
  if (keys !== undefined) item.append(Object.assign(document.createElement('span'), { className: 'menu-keys', textContent: keys }));
  item.addEventListener('click', () => {
    close();
    choose();
  });
  return item;
}

function move(menu: HTMLElement, event: KeyboardEvent): void {
  const items = [...menu.querySelectorAll<HTMLElement>('button')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  const target = next[event.key];
  if (target === undefined) return;
  event.preventDefault();
  items[(target + items.length) % items.length]?.focus();
}

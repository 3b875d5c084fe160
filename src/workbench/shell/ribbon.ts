import { type AddInManifest, type RibbonCommand } from './manifest';

/** Fills the bar with the add-in's groups and buttons. */
export function showRibbon(container: HTMLElement, manifest: AddInManifest, press: (command: RibbonCommand) => void): void {
  container.replaceChildren(...manifest.groups.map((group) => {
    const section = document.createElement('div');
    section.className = 'ribbon-group';
    section.setAttribute('role', 'group');
    section.setAttribute('aria-label', group.label);
    section.append(...group.commands.map((command) => commandButton(command, press)));
    return section;
  }));
}

function commandButton(command: RibbonCommand, press: (command: RibbonCommand) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ribbon-button';
  button.id = `command-${command.id}`;
  button.title = command.description;
  if (command.icon) {
    const image = document.createElement('img');
    image.src = command.icon;
    image.alt = '';
    button.append(image);
  }
  button.append(command.label);
  button.addEventListener('click', () => press(command));
  return button;
}

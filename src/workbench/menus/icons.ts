import { type FUniver } from '@univerjs/core/facade';
import { type ComponentType, createElement } from 'react';

/** The names of the workbench's own icons in the grid's menus. */
export const icons = { funnel: 'workbench-funnel', digits: 'workbench-digits' } as const;

/** Lines of each icon in a square of 16. */
const lines: Readonly<Record<keyof typeof icons, string>> = {
  funnel: 'M2 3h12l-4.5 5.5V13l-3-1.5v-3z',
  digits: 'M3 12V5L1.5 6M6.5 5h3v3h-3v4h3M12 5h2.5v7H12M12 8.5h2',
};

/** Makes the icons known to the grid. */
export function registerIcons(api: FUniver): void {
  const components = api.getComponentManager();
  for (const [name, path] of Object.entries(lines)) components.register(icons[name as keyof typeof icons], drawing(path));
}

function drawing(path: string): ComponentType {
  const line = createElement('path', { d: path, fill: 'none', stroke: 'currentColor', strokeWidth: 1.2, strokeLinejoin: 'round', strokeLinecap: 'round' });
  const Icon = () => createElement('svg', { viewBox: '0 0 16 16', width: '1em', height: '1em', 'aria-hidden': true }, line);
  return Icon;
}

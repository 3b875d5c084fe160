export interface RibbonCommand {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: string | null;
  /** The function to run, or null for a button that shows the pane. */
  readonly functionName: string | null;
}

export interface RibbonGroup {
  readonly label: string;
  readonly commands: readonly RibbonCommand[];
}

/** What the workbench reads from an add-in's manifest. */
export interface AddInManifest {
  readonly displayName: string;
  readonly icon: string | null;
  readonly groups: readonly RibbonGroup[];
  readonly namespace: string;
  readonly functionsUrl: string;
}

/** Reads a manifest; addresses in it become addresses below the page's own origin. */
export function readManifest(xml: string, locale: string): AddInManifest {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  if (document.getElementsByTagName('parsererror').length > 0) throw new Error('manifest.xml is not well-formed.');
  const resources = new Map<string, string>();
  for (const element of document.getElementsByTagName('*')) {
    const id = element.getAttribute('id');
    if (id && element.hasAttribute('DefaultValue')) resources.set(id, localized(element, locale));
  }
  const resource = (element: Element | null): string => resources.get(element?.getAttribute('resid') ?? '') ?? '';
  const functions = [...document.getElementsByTagName('ExtensionPoint')].find((point) => point.getAttribute('xsi:type') === 'CustomFunctions');
  const icon = document.getElementsByTagName('IconUrl')[0];
  const name = document.getElementsByTagName('DisplayName')[0];
  return {
    displayName: name ? localized(name, locale) : '',
    icon: icon ? ownAddress(localized(icon, locale)) : null,
    groups: [...document.getElementsByTagName('Group')].map((group) => ({
      label: resource(child(group, 'Label')),
      commands: [...group.getElementsByTagName('Control')].map((control) => readCommand(control, resource)),
    })),
    namespace: functions ? resource(functions.getElementsByTagName('Namespace')[0] ?? null) : '',
    functionsUrl: functions ? ownAddress(resource(functions.querySelector('Metadata SourceLocation'))) : '',
  };
}

function readCommand(control: Element, resource: (element: Element | null) => string): RibbonCommand {
  const images = [...(child(control, 'Icon')?.children ?? [])];
  const image = images.find((candidate) => candidate.getAttribute('size') === '32') ?? images[0] ?? null;
  const icon = resource(image);
  const description = control.querySelector('Supertip > Description');
  return {
    id: control.getAttribute('id') ?? '',
    label: resource(child(control, 'Label')),
    description: resource(description),
    icon: icon ? ownAddress(icon) : null,
    functionName: control.getElementsByTagName('FunctionName')[0]?.textContent ?? null,
  };
}

function child(element: Element, name: string): Element | null {
  return [...element.children].find((candidate) => candidate.localName === name) ?? null;
}

function localized(element: Element, locale: string): string {
  const override = [...element.children].find((candidate) => candidate.localName === 'Override' && candidate.getAttribute('Locale') === locale);
  return override?.getAttribute('Value') ?? element.getAttribute('DefaultValue') ?? '';
}

function ownAddress(address: string): string {
  return new URL(address, window.location.href).pathname;
}

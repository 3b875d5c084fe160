import { failures } from '../../../spreadsheet/model/failure';
import { type XmlPart } from '../../../spreadsheet/model/workbook';
import { HostObject } from '../protocol/host-object';
import { type Session } from '../protocol/session';

export class SettingsObject extends HostObject {
  readonly className = 'SettingCollection';

  override children(): HostObject[] {
    return [...this.session.workbook.settings.keys()].map((key) => new SettingObject(this.session, key));
  }

  override childBy(key: unknown): HostObject {
    const found = this.GetItemOrNullObject(String(key));
    if (!found) throw failures.itemNotFound();
    return found;
  }

  Add(key: string, value: unknown): HostObject {
    this.session.workbook.settings.set(key, value);
    return new SettingObject(this.session, key);
  }

  GetItem(key: string): HostObject {
    return this.childBy(key);
  }

  GetItemOrNullObject(key: string): HostObject | null {
    return this.session.workbook.settings.has(key) ? new SettingObject(this.session, key) : null;
  }

  GetCount(): number {
    return this.session.workbook.settings.size;
  }
}

class SettingObject extends HostObject {
  readonly className = 'Setting';

  constructor(session: Session, private readonly key: string) {
    super(session);
  }

  get _Id(): string {
    return this.key;
  }

  get Key(): string {
    return this.key;
  }

  get Value(): unknown {
    return this.session.workbook.settings.get(this.key) ?? null;
  }

  set Value(value: unknown) {
    this.session.workbook.settings.set(this.key, value);
  }

  Delete(): void {
    this.session.workbook.settings.delete(this.key);
  }
}

function namespaceOf(xml: string): string {
  return /^\s*(?:<\?[^>]*\?>\s*)?<[^>]*?\sxmlns(?::\w+)?=["']([^"']*)["']/.exec(xml)?.[1] ?? '';
}

export class XmlPartsObject extends HostObject {
  readonly className: string = 'CustomXmlPartCollection';

  constructor(session: Session, private readonly namespace: string | null = null) {
    super(session);
  }

  private get found(): XmlPart[] {
    return [...this.session.workbook.xmlParts.values()].filter((part) => this.namespace === null || namespaceOf(part.xml) === this.namespace);
  }

  private object(part: XmlPart | undefined): HostObject {
    if (!part) throw failures.itemNotFound();
    return new XmlPartObject(this.session, part);
  }

  override children(): HostObject[] {
    return this.found.map((part) => this.object(part));
  }

  override childBy(key: unknown): HostObject {
    return this.object(this.found.find((part) => part.id === key));
  }

  Add(xml: string): HostObject {
    const part = { id: this.session.workbook.newGuid(), xml };
    this.session.workbook.xmlParts.set(part.id, part);
    return this.object(part);
  }

  GetByNamespace(namespace: string): HostObject {
    return new XmlPartsObject(this.session, namespace);
  }

  GetCount(): number {
    return this.found.length;
  }

  GetItem(id: string): HostObject {
    return this.childBy(id);
  }

  GetItemOrNullObject(id: string): HostObject | null {
    const part = this.found.find((candidate) => candidate.id === id);
    return part ? this.object(part) : null;
  }

  GetOnlyItem(): HostObject {
    if (this.found.length !== 1) throw failures.invalidOperation('There is not exactly one part.');
    return this.object(this.found[0]);
  }

  GetOnlyItemOrNullObject(): HostObject | null {
    return this.found.length === 1 ? this.object(this.found[0]) : null;
  }
}

class XmlPartObject extends HostObject {
  readonly className = 'CustomXmlPart';

  constructor(session: Session, private readonly part: XmlPart) {
    super(session);
  }

  get Id(): string {
    return this.part.id;
  }

  get NamespaceUri(): string {
    return namespaceOf(this.part.xml);
  }

  GetXml(): string {
    return this.part.xml;
  }

  SetXml(xml: string): void {
    this.part.xml = xml;
  }

  Delete(): void {
    this.session.workbook.xmlParts.delete(this.part.id);
  }
}

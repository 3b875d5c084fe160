import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rebaseManifest } from '../../scripts/base-url';
import { CHECKS, checkManifest, type ManifestContext } from '../../scripts/manifest/checks';
import { parseManifest } from '../../scripts/manifest/element';
import { readPngSize } from '../../scripts/manifest/project-context';

const ROOT = resolve(__dirname, '../..');
const MANIFEST = readFileSync(join(ROOT, 'manifest.xml'), 'utf8');

const context: ManifestContext = {
  functionIds: ['TOTAL', 'LIST', 'CHECK'],
  associatedFunctions: ['TOTAL', 'LIST', 'CHECK'],
  associatedActions: ['importAgreement', 'checkWorkbook', 'showPane'],
  imageSize: (path) => readPngSize(join(ROOT, path)),
};

function problemsOf(xml: string, changes: Partial<ManifestContext> = {}): string[] {
  return checkManifest(parseManifest(xml), { ...context, ...changes }).map(({ check, message }) => `${check}: ${message}`);
}

/** The manifest with one thing changed; fails when there was nothing to change. */
function changed(from: string | RegExp, to: string): string {
  const xml = MANIFEST.replace(from, to);
  expect(xml).not.toBe(MANIFEST);
  return xml;
}

const A_LONG_TEXT = 'x'.repeat(251);

/** One fault each: what is changed, and the start of what the check must say. */
const FAULTS: readonly (readonly [check: string, fault: string, from: string | RegExp, to: string, says: string])[] = [
  ['order', 'Version before Id', /(<Id>[^<]*<\/Id>)\s*(<Version>[^<]*<\/Version>)/, '$2$1', '<Id> stands too late in <OfficeApp>'],
  ['order', 'Runtimes after the form factors', /(<Runtimes>[\s\S]*<\/Runtimes>)([\s\S]*?)(<\/Host>)/, '$2$1$3', '<Runtimes> stands too late in <Host>'],
  ['order', 'Requirements before Hosts', /(<Hosts>\s*<Host Name="Workbook"\/>\s*<\/Hosts>)\s*(<Requirements>[\s\S]*?<\/Requirements>)/, '$2$1', '<Hosts> stands too late in <OfficeApp>'],
  ['order', 'an unknown element', '<GetStarted>', '<Sticker/><GetStarted>', '<Sticker> does not belong in <DesktopFormFactor>'],
  ['order', 'no supertip', /<Supertip>[\s\S]*?<\/Supertip>/, '', '<Control> lacks <Supertip>'],
  ['order', 'no support address', /<SupportUrl[\s\S]*?<\/SupportUrl>/, '', '<OfficeApp> lacks <SupportUrl>'],
  ['order', 'an empty attribute', 'id="Reserve.Import"', 'id=""', '<Control> has no id'],
  ['order', 'two function files', '<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="Taskpane.Url"/><FunctionFile resid="Taskpane.Url"/>', '<DesktopFormFactor> has 2 of <FunctionFile>'],
  ['identity', 'no GUID', /<Id>[^<]*/, '<Id>reserve', '<Id> is "reserve", not a GUID'],
  ['identity', 'a version with a letter', /<Version>[^<]*/, '<Version>1.0-beta', '<Version> is "1.0-beta"'],
  ['identity', 'too little permission', 'ReadWriteDocument', 'ReadDocument', '<Permissions> is "ReadDocument"'],
  ['identity', 'a mail add-in', 'xsi:type="TaskPaneApp"', 'xsi:type="MailApp"', 'xsi:type is not TaskPaneApp'],
  ['identity', 'another host', '<Host Name="Workbook"/>', '<Host Name="Document"/>', 'a host other than Workbook'],
  ['resources', 'a resid that names nothing', '<Label resid="Check.Label"/>', '<Label resid="Check.Lable"/>', 'resid Check.Lable names no resource'],
  ['resources', 'an id that is too long', /Check\.Description/g, 'Check.DescriptionOfTheCheckCommand', 'the id Check.DescriptionOfTheCheckCommand is longer than 32 characters'],
  ['resources', 'a text where an address belongs', '<LearnMoreUrl resid="LearnMore.Url"/>', '<LearnMoreUrl resid="Group.Label"/>', 'resid Group.Label of <LearnMoreUrl> is not one of bt:Urls'],
  ['resources', 'an id twice', '<bt:String id="Check.Label"', '<bt:String id="Import.Label"', 'the resource Import.Label stands twice'],
  ['resources', 'a resource without use', '<Title resid="GetStarted.Title"/>', '<Title resid="Group.Label"/>', 'the resource GetStarted.Title is used nowhere'],
  ['translation', 'no Danish label', /(id="Check\.Label"[^>]*>)\s*<bt:Override[^>]*>/, '$1', 'Check.Label has 0 texts for da-DK'],
  ['translation', 'no Danish icon', /(id="Icon\.Check\.80"[^>]*>)\s*<bt:Override[^>]*>/, '$1', 'Icon.Check.80 has 0 texts for da-DK'],
  ['translation', 'no Danish name', /(<DisplayName[^>]*>)\s*<Override[^>]*>/, '$1', 'DisplayName has 0 texts for da-DK'],
  ['translation', 'Norwegian instead', /(id="Check\.Label"[^>]*>\s*<bt:Override Locale=")da-DK/, '$1nb-NO', 'Check.Label has 0 texts for da-DK'],
  ['translation', 'an empty Danish text', 'Value="Kontrollér"', 'Value=" "', 'Check.Label has an empty text for da-DK'],
  ['icons', 'a size missing', '<bt:Image size="80" resid="Icon.Check.80"/>', '', 'the icon lacks 80 pixels'],
  ['icons', 'a file that is not there', /check-32\.png/g, 'tick-32.png', 'https://localhost:3000/assets/icons/tick-32.png: no such image'],
  ['icons', 'a file of another size', /(<bt:Image id="Icon\.Check\.32" DefaultValue="[^"]*)check-32/, '$1check-80', 'https://localhost:3000/assets/icons/check-80.png has 80x80 pixels, not 32x32'],
  ['icons', 'a small high-resolution icon', /reserve-64\.png/g, 'reserve-32.png', 'https://localhost:3000/assets/icons/reserve-32.png has 32x32 pixels, not 64x64'],
  ['urls', 'plain http', 'https://localhost:3000/functions.json', 'http://localhost:3000/functions.json', 'http://localhost:3000/functions.json is not an https address'],
  ['urls', 'another host', 'https://localhost:3000/help/user-guide.html', 'https://example.org/help', 'https://example.org/help is not below https://localhost:3000/'],
  ['urls', 'another domain', '<Hosts>', '<AppDomains><AppDomain>https://example.org</AppDomain></AppDomains><Hosts>', 'no other domain is to be opened'],
  ['runtime', 'a task pane id', '<FunctionName>showPane', '<TaskpaneId>Pane</TaskpaneId><FunctionName>showPane', '<TaskpaneId> starts a second runtime'],
  ['runtime', 'a short life', 'lifetime="long"', 'lifetime="short"', 'the runtime is not lifetime="long"'],
  ['runtime', 'functions in another page', /(<Page>\s*<SourceLocation resid=")Taskpane\.Url/, '$1LearnMore.Url', "<SourceLocation> is not the runtime's page Taskpane.Url"],
  ['runtime', 'commands in another page', '<FunctionFile resid="Taskpane.Url"/>', '<FunctionFile resid="LearnMore.Url"/>', "<FunctionFile> is not the runtime's page Taskpane.Url"],
  ['runtime', 'no page', /<Page>[\s\S]*?<\/Page>/, '', '<Page> or <FunctionFile> is missing'],
  ['runtime', 'no runtime', /<Runtimes>[\s\S]*?<\/Runtimes>/, '', '0 runtimes, not one'],
  ['runtime', 'another start page', '<SourceLocation DefaultValue="https://localhost:3000/taskpane.html">', '<SourceLocation DefaultValue="https://localhost:3000/start.html">', "<SourceLocation> of <DefaultSettings> is not the runtime's page"],
  ['requirements', 'no shared runtime', /<Set Name="SharedRuntime"[^>]*>/, '', 'the requirement SharedRuntime 1.1 is missing'],
  ['requirements', 'too new an Excel', 'Name="ExcelApi" MinVersion="1.12"', 'Name="ExcelApi" MinVersion="1.17"', 'ExcelApi 1.17, not 1.12'],
  ['requirements', 'the ribbon API', '<Set Name="ExcelApi"', '<Set Name="RibbonApi" MinVersion="1.2"/><Set Name="ExcelApi"', 'RibbonApi is not to be required'],
  ['lengths', 'a long label', 'DefaultValue="Open the pane"', `DefaultValue="${'x'.repeat(126)}"`, `"${'x'.repeat(126)}" is longer than 125 characters`],
  ['lengths', 'a long Danish description', 'Value="Åbn Reserves rude', `Value="${A_LONG_TEXT}`, `"${A_LONG_TEXT}`],
  ['lengths', 'a long description of the add-in', 'DefaultValue="Budget agreements', `DefaultValue="${A_LONG_TEXT}`, `"${A_LONG_TEXT}`],
  ['commands', 'a command id twice', 'id="Reserve.Check"', 'id="Reserve.Import"', 'the id Reserve.Import stands twice'],
  ['commands', 'another tab', 'id="TabHome"', 'id="TabData"', 'the group is not on the Home tab'],
  ['commands', 'a misspelt action', '<FunctionName>showPane', '<FunctionName>showPanel', 'the source associates no action with showPanel'],
  ['commands', 'no function', '<FunctionName>showPane</FunctionName>', '', 'a command must run a function'],
  ['functions', 'a namespace in small letters', 'DefaultValue="RESERVE"', 'DefaultValue="Reserve"', 'the namespace is not in capital letters'],
  ['functions', 'a translated namespace', 'Value="RESERVE"/>', 'Value="RESERVEN"/>', 'the namespace differs between languages'],
];

describe('manifest.xml', () => {
  it('finds nothing wrong with the manifest of a build below another address', () => {
    expect(problemsOf(rebaseManifest(MANIFEST, 'https://addins.example.dk/a/reserve'))).toEqual([]);
  });

  it('is in order', () => {
    expect(problemsOf(MANIFEST)).toEqual([]);
  });
});

describe('each fault is found', () => {
  it.each(FAULTS)('%s: %s', (check, _fault, from, to, says) => {
    expect(problemsOf(changed(from, to))).toContainEqual(expect.stringContaining(`${check}: ${says}`));
  });

  it('commands: six of them', () => {
    const control = /<Control[\s\S]*?<\/Control>/.exec(MANIFEST)?.[0] ?? '';
    const more = [1, 2, 3].map((number) => control.replace('Reserve.Import', `Reserve.Import${number}`)).join('');
    expect(problemsOf(changed('</Group>', `${more}</Group>`))).toEqual(['commands: six or more commands belong on a tab of their own']);
  });

  it('commands: an action of the source without a command', () => {
    expect(problemsOf(MANIFEST, { associatedActions: [...context.associatedActions, 'removeImport'] })).toEqual([
      'commands: the action removeImport is associated in the source and used by no command',
    ]);
  });

  it('functions: described but not associated, and the other way', () => {
    expect(problemsOf(MANIFEST, { associatedFunctions: ['TOTAL', 'LIST'] })).toEqual([
      'functions: the function CHECK of functions.json is associated with nothing in the source',
    ]);
    expect(problemsOf(MANIFEST, { functionIds: ['TOTAL', 'LIST'] })).toEqual(['functions: the function CHECK is associated in the source and is not in functions.json']);
    expect(problemsOf(MANIFEST, { functionIds: [], associatedFunctions: [] })).toEqual(['functions: functions.json has no function']);
  });

  it('for every check there is', () => {
    expect(new Set(FAULTS.map(([check]) => check))).toEqual(new Set(Object.keys(CHECKS)));
  });

  it('with the line where it stands', () => {
    const line = MANIFEST.split('\n').findIndex((text) => text.includes('id="TabHome"')) + 1;
    const found = checkManifest(parseManifest(MANIFEST.replace('id="TabHome"', 'id="TabData"')), context);
    expect(found).toEqual([{ check: 'commands', line, message: 'the group is not on the Home tab' }]);
  });
});

describe('XML that is not a manifest', () => {
  it.each([
    ['not closed', '<OfficeApp><Id>'],
    ['empty', ''],
    ['with a document type', '<!DOCTYPE x [<!ENTITY e "e">]><OfficeApp/>'],
  ])('is refused: %s', (_name, xml) => {
    expect(() => parseManifest(xml)).toThrow();
  });

  it('is named: another root', () => {
    expect(problemsOf('<Add xmlns="http://schemas.microsoft.com/office/appforoffice/1.1"/>')).toContain('order: the root is Add, not OfficeApp');
  });

  it('is named: no namespace', () => {
    expect(problemsOf('<OfficeApp/>')).toContain('order: the root is {}OfficeApp, not OfficeApp');
  });
});

/**
 * The part of the add-in-only manifest schema that a task pane add-in with custom functions and ribbon buttons uses.
 * Shape: children in the order in which they must stand; `?` may be missing, `*` any number, `+` at least one.
 * Source: TaskPaneAppVersionOverridesV1_0.xsd and OfficeAppManifestV1_1.xsd, "How to find the proper order of manifest elements".
 */
export interface Shape {
  readonly attributes?: readonly string[];
  readonly children?: readonly (readonly [name: string, count: '1' | '?' | '*' | '+', shape: Shape])[];
}

const TEXT: Shape = {};
const LOCALIZED: Shape = { attributes: ['DefaultValue'], children: [['Override', '*', { attributes: ['Locale', 'Value'] }]] };
const RESOURCE: Shape = { attributes: ['id', 'DefaultValue'], children: [['bt:Override', '*', { attributes: ['Locale', 'Value'] }]] };
const REFERENCE: Shape = { attributes: ['resid'] };
const SOURCE: Shape = { children: [['SourceLocation', '1', REFERENCE]] };
const ICON: Shape = { children: [['bt:Image', '+', { attributes: ['size', 'resid'] }]] };
const SETS: Shape = { children: [['Sets', '?', { children: [['Set', '+', { attributes: ['Name'] }]] }], ['Methods', '?', { children: [['Method', '+', { attributes: ['Name'] }]] }]] };

const BUTTON: Shape = {
  attributes: ['xsi:type', 'id'],
  children: [
    ['Label', '1', REFERENCE],
    ['ToolTip', '?', REFERENCE],
    ['Supertip', '1', { children: [['Title', '1', REFERENCE], ['Description', '1', REFERENCE]] }],
    ['Icon', '1', ICON],
    ['Action', '1', { attributes: ['xsi:type'], children: [['TaskpaneId', '?', TEXT], ['SourceLocation', '?', REFERENCE], ['FunctionName', '?', TEXT]] }],
    ['Enabled', '?', TEXT],
  ],
};

const GROUP: Shape = { attributes: ['id'], children: [['Label', '1', REFERENCE], ['Icon', '1', ICON], ['Control', '+', BUTTON]] };

const OVERRIDES: Shape = {
  attributes: ['xsi:type'],
  children: [
    ['Description', '?', REFERENCE],
    ['Requirements', '?', { children: [['bt:Sets', '1', { children: [['bt:Set', '+', { attributes: ['Name'] }]] }]] }],
    [
      'Hosts',
      '1',
      {
        children: [
          [
            'Host',
            '+',
            {
              attributes: ['xsi:type'],
              children: [
                ['Runtimes', '?', { children: [['Runtime', '+', { attributes: ['resid'] }]] }],
                [
                  'AllFormFactors',
                  '?',
                  {
                    children: [
                      [
                        'ExtensionPoint',
                        '+',
                        { attributes: ['xsi:type'], children: [['Script', '1', SOURCE], ['Page', '?', SOURCE], ['Metadata', '1', SOURCE], ['Namespace', '1', REFERENCE]] },
                      ],
                    ],
                  },
                ],
                [
                  'DesktopFormFactor',
                  '?',
                  {
                    children: [
                      ['GetStarted', '?', { children: [['Title', '1', REFERENCE], ['Description', '1', REFERENCE], ['LearnMoreUrl', '1', REFERENCE]] }],
                      ['FunctionFile', '?', REFERENCE],
                      ['ExtensionPoint', '+', { attributes: ['xsi:type'], children: [['OfficeTab', '1', { attributes: ['id'], children: [['Group', '+', GROUP]] }]] }],
                    ],
                  },
                ],
              ],
            },
          ],
        ],
      },
    ],
    [
      'Resources',
      '1',
      {
        children: [
          ['bt:Images', '?', { children: [['bt:Image', '+', RESOURCE]] }],
          ['bt:Urls', '?', { children: [['bt:Url', '+', RESOURCE]] }],
          ['bt:ShortStrings', '?', { children: [['bt:String', '+', RESOURCE]] }],
          ['bt:LongStrings', '?', { children: [['bt:String', '+', RESOURCE]] }],
        ],
      },
    ],
  ],
};

/** What `<OfficeApp xsi:type="TaskPaneApp">` holds. */
export const OFFICE_APP: Shape = {
  attributes: ['xsi:type'],
  children: [
    ['Id', '1', TEXT],
    ['AlternateId', '?', TEXT],
    ['Version', '1', TEXT],
    ['ProviderName', '1', TEXT],
    ['DefaultLocale', '1', TEXT],
    ['DisplayName', '1', LOCALIZED],
    ['Description', '1', LOCALIZED],
    ['IconUrl', '1', LOCALIZED],
    ['HighResolutionIconUrl', '1', LOCALIZED],
    ['SupportUrl', '1', LOCALIZED],
    ['AppDomains', '?', { children: [['AppDomain', '+', TEXT]] }],
    ['Hosts', '1', { children: [['Host', '+', { attributes: ['Name'] }]] }],
    ['Requirements', '?', SETS],
    ['DefaultSettings', '1', { children: [['SourceLocation', '1', LOCALIZED]] }],
    ['Permissions', '1', TEXT],
    ['VersionOverrides', '1', OVERRIDES],
  ],
};

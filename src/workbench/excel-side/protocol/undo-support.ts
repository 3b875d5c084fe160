/** Which Excel the host plays where the two differ. */
export type Platform = 'desktop' | 'web';

/** Members that cannot be undone anywhere: a call clears the user's undo stack. */
const nowhere = [
  'Range.getMergedAreas', 'Range.getMergedAreasOrNullObject',
  'Workbook.close', 'Workbook.insertWorksheetsFromBase64', 'Workbook.save', 'WorkbookProtection.protect', 'WorkbookProtection.unprotect',
  'Worksheet.copy', 'Worksheet.delete', 'WorksheetCollection.addFromBase64',
  'WorksheetProtection.pauseProtection', 'WorksheetProtection.protect', 'WorksheetProtection.resumeProtection', 'WorksheetProtection.setPassword',
  'WorksheetProtection.unprotect', 'WorksheetProtection.updateOptions',
];

const notOn: Readonly<Record<Platform, ReadonlySet<string>>> = {
  desktop: new Set([...nowhere, 'Worksheet.name', 'Worksheet.position', 'Worksheet.visibility']),
  web: new Set([...nowhere, 'DocumentProperties.author', 'DocumentProperties.subject', 'DocumentProperties.title', 'NamedItem.comment', 'Worksheet.standardWidth']),
};

/**
 * Whether a member of the API ("Worksheet.visibility") can be undone; reading a property always can.
 * Source: Microsoft Learn, "Undo capabilities with the Excel JavaScript API", its table of unsupported APIs; for merged areas office-js issue 5918.
 */
export function canBeUndone(member: string, platform: Platform): boolean {
  return !notOn[platform].has(member);
}

import { generateExpiringGrants, generateForms, generateGenericTable, generateInitiativeSheets, generateOverview, inPageStyle, type GeneratedDocument } from './document-generator';

/** The documents of which tests/cases/files holds what other programs made of them (see scripts/make-test-documents.ts). */
export const storedDocuments: readonly GeneratedDocument[] = [
  generateInitiativeSheets(1),
  generateOverview(2),
  generateForms(3),
  generateExpiringGrants(5),
  generateGenericTable(6),
  inPageStyle(generateInitiativeSheets(7, { yearCount: 4 }), 'published'),
  inPageStyle(generateOverview(8, { yearCount: 4 }), 'published'),
  inPageStyle(generateForms(9, { yearCount: 4 }), 'published'),
];

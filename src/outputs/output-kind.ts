/** What can leave of a checked document: the marked copy (PDF), the report (HTML), the correction note (Word). */
export type OutputKind = 'marked' | 'report' | 'note';

/** The ending of the file of each kind. */
export const OUTPUT_ENDINGS: Readonly<Record<OutputKind, string>> = { marked: '.pdf', report: '.html', note: '.docx' };

/** The kinds in the order in which they are offered. */
export const OUTPUT_KINDS = Object.keys(OUTPUT_ENDINGS) as OutputKind[];

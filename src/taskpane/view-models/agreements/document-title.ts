import { type Agreement } from '../../../core/budget/agreement';
import { asTitle, titleProblem, withGivenTitle, type TitleProblem } from '../../../core/sheet-plan/given-title';
import { type OpenDocument, type PaneState } from '../../state/pane-state';

/** The title that a document without one gets: what the user typed, else what is proposed. Shape: `problem` null when it can be inserted so. */
export interface DocumentTitle {
  readonly text: string;
  readonly problem: TitleProblem | null;
}

/** The agreements whose titles are proposed for the same document. */
type Known = Pick<PaneState, 'workbook' | 'catalogue'>;

/** The title of a read document that prints none; null for one that prints its own or is not read. */
export function titleOfDocument({ stage, title }: OpenDocument, known: Known): DocumentTitle | null {
  if (stage.kind !== 'read' || stage.reading.agreement.title !== null) return null;
  const text = title ?? proposedTitle(stage.reading.agreement, stage.reading.source.heading, known);
  return { text, problem: titleProblem(text) };
}

/** The agreement as it is inserted, under its title; null as long as the document is not read or its title is not taken. */
export function agreementToInsert(document: OpenDocument, known: Known): Agreement | null {
  if (document.stage.kind !== 'read') return null;
  const { agreement } = document.stage.reading;
  const title = titleOfDocument(document, known);
  if (title === null) return agreement;
  return title.problem === null ? withGivenTitle(agreement, title.text) : null;
}

/** What the same document is called in the workbook or the catalogue, else a file of the same name there; else its first heading, else its file's name. */
function proposedTitle({ document }: Agreement, heading: string | null, { workbook, catalogue }: Known): string {
  const titled = [...(workbook?.imports ?? []).map(({ agreement }) => agreement), ...catalogue].filter(({ title }) => title !== null);
  const same = titled.find((other) => other.document.sha256 === document.sha256) ?? titled.find((other) => other.document.name === document.name);
  const wanted = [same?.title ?? '', heading ?? '', document.name.replace(/\.[^.]*$/, '')];
  return wanted.map(asTitle).find((text) => text !== '') ?? '';
}

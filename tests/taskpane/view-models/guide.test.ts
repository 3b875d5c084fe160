import { guideStep } from '../../../src/taskpane/view-models/guide';
import { initialState, type PaneState } from '../../../src/taskpane/state/pane-state';

const start = initialState(true);
const read = [{ stage: { kind: 'read' } }] as unknown as PaneState['documents'];
const workbook = (keys: readonly string[], acceptance: object | null = null) => ({ imports: [{}], findings: keys.map((key) => ({ key, acceptance, check: { severity: 'error' } })) }) as unknown as PaneState['workbook'];
const source = (finding: string) => ({ finding }) as unknown as PaneState['source'];

it.each([
  ['open', start],
  ['insert', { ...start, documents: read }],
  ['find', { ...start, documents: read, workbook: workbook(['a']) }],
  ['source', { ...start, workbook: workbook(['a']), view: 'findings' }],
  ['settle', { ...start, workbook: workbook(['a']), view: 'source', source: source('cause a') }],
  ['done', { ...start, workbook: workbook([]), view: 'findings', source: source('a') }],
  ['done', { ...start, workbook: workbook(['a'], {}), view: 'findings', source: source('a') }],
] as const)('leads to %s', (step, state) => {
  expect(guideStep(state as PaneState)).toBe(step);
});

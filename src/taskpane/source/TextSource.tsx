import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { type Agreement } from '../../core/budget/agreement';
import { positionKey } from '../../core/budget/position';
import { usePane, usePaneState } from '../services/pane-context';
import { type Quote, type SourceTarget } from '../state/pane-state';
import { marginSum, marksOfCheck } from '../view-models/source/check-marks';
import { lineParts, type LinePart, type MarkedQuote } from '../view-models/source/line-parts';
import { useMarkStyles } from './mark-styles';
import { printedFigures, type PrintedFigure } from '../view-models/source/printed-figures';
import { sourceWindow } from '../view-models/source/source';
import { type SourceText } from '../state/source-text';

/** How many lines above and below are shown at first, and more for each request. */
const LINES_AROUND = 60;
const MORE_LINES = 200;

/** How far the arrow keys go among the names and figures. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '6px 0', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' } },
  lines: { margin: 0, padding: 0, listStyle: 'none', fontSize: tokens.fontSizeBase200, lineHeight: '18px' },
  line: { display: 'flex', gap: '8px', padding: '0 12px 0 0' },
  marked: { backgroundColor: tokens.colorBrandBackground2, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, '@media (forced-colors: active)': { border: '2px solid Highlight' } },
  number: { flexShrink: 0, width: '44px', textAlign: 'right', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', userSelect: 'none' },
  text: { flexGrow: 1, minWidth: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  sum: { flexShrink: 0, maxWidth: '50%', paddingLeft: '8px', color: tokens.colorNeutralForeground2, fontStyle: 'italic', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  link: {
    display: 'inline',
    padding: 0,
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationColor: tokens.colorNeutralStrokeAccessible,
    textUnderlineOffset: '3px',
    ':hover': { color: tokens.colorBrandForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  missing: { margin: '4px 12px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  more: { display: 'flex', justifyContent: 'center', padding: '4px' },
});

interface TextSourceProps {
  readonly source: Pick<SourceText, 'lines' | 'name' | 'sha256'>;
  readonly target: SourceTarget;
}

/** The document's lines with their numbers around the highlighted one; every name and figure that is in the workbook leads to its cell. */
export function TextSource({ source, target }: TextSourceProps) {
  const styles = useStyles();
  const { texts, actions, can, language } = usePane();
  const { workbook } = usePaneState();
  const { lines, name, sha256 } = source;
  const around = sourceWindow(lines, target, LINES_AROUND);
  const [shown, setShown] = useState(around);
  if (around.target >= 0 && (around.target < shown.from || around.target >= shown.to)) setShown(around);
  const [chosen, setChosen] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const marked = useRef<HTMLLIElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const stored = can.selectFigures ? workbook?.imports.find(({ agreement }) => agreement.document.sha256 === sha256) : undefined;
  const figures = useMemo(() => figuresByLine(stored?.agreement ?? null), [stored]);
  useEffect(() => showInMiddle(scroller.current, marked.current), [target]);
  const marks = useMemo(() => marksByLine(target), [target]);
  const sum = target.check === undefined ? null : marginSum(target.check, language);
  const rows = lines.slice(shown.from, shown.to).map((line, offset) => {
    const isMarked = shown.from + offset === around.target;
    const parts = lineParts(line.text.trim(), figures.get(positionKey(line)) ?? [], isMarked ? target.quote : null, marks.get(positionKey(line)));
    return { line, isMarked, parts: parts.map((part, index) => ({ ...part, id: `${shown.from + offset} ${index}` })) };
  });
  const stops = rows.flatMap(({ isMarked, parts }) => parts.filter(({ figure }) => figure !== null).map((part) => ({ id: part.id, rank: isMarked ? (part.role === 'figure' ? 2 : 1) : 0 })));
  const best = stops.reduce<(typeof stops)[number] | null>((first, stop) => (first === null || stop.rank > first.rank ? stop : first), null);
  const stop = stops.some(({ id }) => id === chosen) ? chosen : (best?.id ?? null);
  const showMore = (more: { readonly from: number } | { readonly to: number }): void => {
    setShown({ ...shown, ...more });
    scroller.current?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    const next = stops[stops.findIndex(({ id }) => id === stop) + (STEPS[event.key] ?? 0)];
    if (next === undefined || next.id === stop) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`[data-figure="${next.id}"]`)?.focus();
  };
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={texts.source.linesLabel(name)}>
      {around.target < 0 && target.line !== null ? <p className={styles.missing}>{texts.source.notFound}</p> : null}
      {shown.from > 0 ? <MoreButton label={texts.source.earlier} onClick={() => showMore({ from: Math.max(0, shown.from - MORE_LINES) })} /> : null}
      <ol ref={list} className={styles.lines} lang="da" onKeyDown={move}>
        {rows.map(({ line, isMarked, parts }) => (
          <li key={`${line.page} ${line.line}`} ref={isMarked ? marked : undefined} className={mergeClasses(styles.line, isMarked && styles.marked)} {...(isMarked ? { 'aria-current': 'location' as const } : {})}>
            <span className={styles.number}>{line.line}</span>
            <span className={styles.text}>
              {parts.map(({ id, text, figure, role }) =>
                stored === undefined || figure === null ? (
                  <PartText key={id} text={text} role={role} />
                ) : (
                  <button key={id} type="button" data-figure={id} tabIndex={id === stop ? 0 : -1} className={styles.link} title={texts.source.goToCell} onFocus={() => setChosen(id)} onClick={() => void actions.selectFigure(stored.importId, figure)}>
                    <PartText text={text} role={role} />
                  </button>
                ),
              )}
            </span>
            {isMarked && sum !== null ? <span className={styles.sum}>{texts.source.sum(sum)}</span> : null}
          </li>
        ))}
      </ol>
      {shown.to < lines.length ? <MoreButton label={texts.source.later} onClick={() => showMore({ to: Math.min(lines.length, shown.to + MORE_LINES) })} /> : null}
    </div>
  );
}

/** A line's text, with the quoted figure marked. */
export function LineText({ text, quote }: { readonly text: string; readonly quote: Quote | null }) {
  return (
    <>
      {lineParts(text, [], quote).map((part, index) => (
        <PartText key={index} {...part} />
      ))}
    </>
  );
}

function PartText({ text, role }: Pick<LinePart, 'text' | 'role'>) {
  const styles = useMarkStyles();
  return role === null ? <>{text}</> : <mark className={styles[role]}>{text}</mark>;
}

/** The other figures of the check that led here, by the lines on which they stand. */
function marksByLine({ check }: SourceTarget): ReadonlyMap<string, readonly MarkedQuote[]> {
  const marks = new Map<string, MarkedQuote[]>();
  for (const { role, position, quote } of check === undefined ? [] : marksOfCheck(check)) {
    const key = positionKey(position);
    marks.set(key, [...(marks.get(key) ?? []), { role, quote }]);
  }
  return marks;
}

/** An agreement's printed figures by the lines on which they stand; none for a document that is not in the workbook. */
function figuresByLine(agreement: Agreement | null): ReadonlyMap<string, readonly PrintedFigure[]> {
  const figures = new Map<string, PrintedFigure[]>();
  for (const figure of agreement === null ? [] : printedFigures(agreement)) {
    const key = positionKey(figure.position);
    const others = figures.get(key);
    if (others === undefined) figures.set(key, [figure]);
    else others.push(figure);
  }
  return figures;
}

/** Scrolls the highlighted line into view where it is not, away from the edges. */
function showInMiddle(box: HTMLElement | null, line: HTMLElement | null): void {
  if (box === null || line === null) return;
  const top = line.offsetTop - box.offsetTop;
  if (top < box.scrollTop || top + line.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = top - box.clientHeight / 3;
}

function MoreButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.more}>
      <Button appearance="subtle" size="small" onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}

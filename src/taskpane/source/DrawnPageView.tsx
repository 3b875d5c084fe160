import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { type Box } from '../../core/budget/position';
import { usePane, usePaneState } from '../services/pane-context';
import { type SourceTarget } from '../state/pane-state';
import { marginSum, marksOfCheck } from '../view-models/source/check-marks';
import { figureAtPoint, figuresOnPage, isSameBox, quotedBox, scaleOf, scrollOffset, tableAround, type PageFigure, type PageView } from '../view-models/source/page-figures';
import { type ReadDocument } from '../view-models/source/source';
import { useBoxStyles } from './mark-styles';
import { type DrawnPage, type PageRenderer } from '../services/page-renderer';

const useStyles = makeStyles({
  scroller: { position: 'relative', flexGrow: 1, minHeight: 0, overflow: 'auto', backgroundColor: tokens.colorNeutralBackground4, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' } },
  page: { position: 'relative', lineHeight: 0, backgroundColor: 'white' },
  canvas: { display: 'block', width: '100%', height: '100%' },
  box: { position: 'absolute', boxSizing: 'border-box', borderRadius: '2px', forcedColorAdjust: 'none', pointerEvents: 'none' },
  line: { backgroundColor: '#fff3b0', mixBlendMode: 'multiply' },
  sum: { position: 'absolute', left: '2px', padding: '0 4px', borderRadius: '2px', backgroundColor: '#0b4750', color: 'white', fontSize: '12px', lineHeight: '18px', fontVariantNumeric: 'tabular-nums', pointerEvents: 'none', forcedColorAdjust: 'none' },
  figure: { padding: 0, border: 'none', background: 'none', ':focus-visible': { outline: '2px solid #0b4750', outlineOffset: '1px' } },
  hidden: { visibility: 'hidden' },
  spinner: { position: 'absolute', left: 0, right: 0, top: '24px' },
});

/** A page that cannot be drawn, by its document's hash. */
export interface UndrawnPage {
  readonly sha256: string;
  readonly page: number;
}

interface DrawnPageViewProps {
  readonly document: ReadDocument;
  /** The place to highlight; null when another page is looked at. */
  readonly target: SourceTarget | null;
  readonly page: number;
  readonly view: PageView;
  readonly renderer: PageRenderer;
  readonly onUndrawn: (page: UndrawnPage) => void;
}

/** How far outside its text a highlight is drawn, so that the printed figure stays readable. Units: pixels. */
const MARGIN_PX = 4;

/** What is left free beside a table that fills the width. Units: pixels. */
const TABLE_MARGIN_PX = 16;

/** How far beside a figure a click still means it. Units: pixels. */
const REACH_PX = 5;

/** The width that is assumed until the pane has been laid out. Units: pixels. */
const USUAL_WIDTH_PX = 350;

/** How far the arrow keys go among the figures. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** A drawn page with the figure's place highlighted and scrolled to; the figures of an imported agreement lead to their cells. */
export function DrawnPageView({ document, target, page, view, renderer, onUndrawn }: DrawnPageViewProps) {
  const styles = useStyles();
  const boxStyles = useBoxStyles();
  const { texts, actions, can, language } = usePane();
  const { workbook } = usePaneState();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(scroller);
  const { password } = document;
  const { bytes } = document.file;
  const { lines, name, sha256 } = document.reading.source;
  const pageLines = useMemo(() => lines.filter((line) => line.page === page), [lines, page]);
  const [drawn, setDrawn] = useState<{ readonly bytes: Uint8Array; readonly page: number; readonly size: DrawnPage } | null>(null);
  const size = drawn?.bytes === bytes && drawn.page === page ? drawn.size : null;
  const printed = useMemo(() => figuresOnPage(document.reading.agreement, page), [document, page]);
  const table = useMemo(() => tableAround(printed, target?.line ?? null), [printed, target]);
  const scaleFor = useMemo(() => {
    return ({ widthPt }: DrawnPage): number => scaleOf(view, { width, pageWidth: widthPt, lines: pageLines, table });
  }, [view, width, pageLines, table]);
  useEffect(() => {
    const element = canvas.current;
    if (element === null || width === 0) return undefined;
    const drawing = new AbortController();
    void renderer.drawPage({ bytes, password, page, canvas: element, scaleFor, signal: drawing.signal }).then((result) => {
      if (drawing.signal.aborted) return;
      if (result === null) onUndrawn({ sha256, page });
      else setDrawn({ bytes, page, size: result });
    });
    return () => drawing.abort();
  }, [renderer, bytes, password, sha256, page, width, scaleFor, onUndrawn]);

  const stored = can.selectFigures ? workbook?.imports.find(({ agreement }) => agreement.document.sha256 === sha256) : undefined;
  const figures = useMemo(() => (stored === undefined ? [] : figuresOnPage(stored.agreement, page)), [stored, page]);
  const lineBox = target === null ? null : (pageLines.find(({ line }) => line === target.line)?.box ?? null);
  const quoteBox = target === null ? null : (quotedBox(printed, target) ?? target.box ?? lineBox);
  const marks = target?.check === undefined ? [] : marksOfCheck(target.check).flatMap(({ role, position: { page: at, box } }) => (at === page && box !== null ? [{ role, box }] : []));
  const sum = target?.check === undefined ? null : marginSum(target.check, language);
  const scale = size === null ? 1 : scaleFor(size);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null || size === null) return;
    const offset = quoteBox === null || lineBox === null ? { left: 0, top: 0 } : scrollOffset(quoteBox, lineBox, { scale, width: box.clientWidth, height: box.clientHeight });
    box.scrollTo(view.fit === 'table' && table !== null ? { ...offset, left: Math.max(0, table.left * scale - TABLE_MARGIN_PX) } : offset);
  }, [size, scale, quoteBox, lineBox, view, table]);

  const select = (figure: PageFigure): void => {
    if (stored !== undefined) void actions.selectFigure(stored.importId, figure.reference);
  };
  const figureUnder = (event: MouseEvent<HTMLElement>): PageFigure | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return figureAtPoint(figures, (event.clientX - left) / scale, (event.clientY - top) / scale, REACH_PX / scale);
  };
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={texts.source.pageLabel(page, name)}>
      {size === null ? <Spinner className={styles.spinner} size="small" /> : null}
      <div
        className={mergeClasses(styles.page, size === null && styles.hidden)}
        style={size === null ? {} : { width: `${size.widthPt * scale}px`, height: `${size.heightPt * scale}px` }}
        onClick={(event) => {
          const figure = figureUnder(event);
          if (figure !== null) select(figure);
        }}
        onMouseMove={(event) => {
          const isOverFigure = figureUnder(event) !== null;
          event.currentTarget.style.cursor = isOverFigure ? 'pointer' : '';
          event.currentTarget.title = isOverFigure ? texts.source.goToCell : '';
        }}
      >
        <canvas ref={canvas} className={styles.canvas} role="img" aria-label={texts.source.pageLabel(page, name)} />
        {size === null || lineBox === null ? null : <div className={mergeClasses(styles.box, styles.line)} style={placeOf(lineBox, scale)} />}
        {size === null ? null : marks.map(({ role, box }, index) => <div key={index} className={mergeClasses(styles.box, boxStyles[role])} style={placeOf(box, scale)} aria-hidden="true" data-mark={role} />)}
        {size === null || quoteBox === null || sum === null ? null : (
          <div className={styles.sum} style={{ top: `${quoteBox.top * scale}px` }}>
            {texts.source.sum(sum)}
          </div>
        )}
        {size === null || quoteBox === null ? null : <div className={mergeClasses(styles.box, boxStyles.figure)} style={placeOf(quoteBox, scale)} aria-hidden="true" data-highlight="" />}
        {size === null ? null : <FigureButtons figures={figures} start={quoteBox} scale={scale} onSelect={select} />}
      </div>
    </div>
  );
}

interface FigureButtonsProps {
  readonly figures: readonly PageFigure[];
  /** Where the highlighted figure stands; Tab comes to it first. */
  readonly start: Box | null;
  readonly scale: number;
  onSelect(figure: PageFigure): void;
}

/** The figures for the keyboard and the screen reader: one stop for Tab, and the arrow keys go from figure to figure. */
function FigureButtons({ figures, start, scale, onSelect }: FigureButtonsProps) {
  const styles = useStyles();
  const { texts } = usePane();
  const [chosen, setChosen] = useState<PageFigure | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const stop = Math.max(0, figures.findIndex((figure) => (chosen !== null && figures.includes(chosen) ? figure === chosen : start !== null && isSameBox(figure.box, start))));
  const move = (event: KeyboardEvent): void => {
    const next = stop + (STEPS[event.key] ?? 0);
    const button = list.current?.children[next];
    if (next === stop || !(button instanceof HTMLElement)) return;
    event.preventDefault();
    setChosen(figures[next] ?? null);
    button.focus();
  };
  return (
    <div ref={list} role="group" aria-label={texts.source.figures} onKeyDown={move}>
      {figures.map((figure, index) => (
        <button
          key={index}
          type="button"
          className={mergeClasses(styles.box, styles.figure)}
          style={placeOf(figure.box, scale)}
          tabIndex={index === stop ? 0 : -1}
          aria-label={texts.source.figureToCell(figure.text)}
          onClick={(event) => {
            event.stopPropagation();
            onSelect(figure);
          }}
        />
      ))}
    </div>
  );
}

/** The width of an element, in step with its size. Units: pixels. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measure = (): void => setWidth(current.clientWidth || USUAL_WIDTH_PX);
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    measure();
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function placeOf({ left, top, right, bottom }: Box, scale: number): { left: string; top: string; width: string; height: string } {
  const pixels = (points: number, more: number): string => `${points * scale + more}px`;
  return { left: pixels(left, -MARGIN_PX), top: pixels(top, -MARGIN_PX), width: pixels(right - left, 2 * MARGIN_PX), height: pixels(bottom - top, 2 * MARGIN_PX) };
}

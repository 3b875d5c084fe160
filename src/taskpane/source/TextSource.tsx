import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { usePane, usePaneState } from '../state/pane-context';
import { type Quote, type SourceTarget } from '../state/pane-state';
import { figureOnLine, markQuote, sourceWindow, type ReadDocument } from '../view-models/source';

/** How many lines above and below are shown at first, and more for each request. */
const LINES_AROUND = 60;
const MORE_LINES = 200;

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: '6px 0', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' } },
  lines: { margin: 0, padding: 0, listStyle: 'none', fontSize: tokens.fontSizeBase200, lineHeight: '18px' },
  line: { display: 'flex', gap: '8px', padding: '0 12px 0 0' },
  marked: { backgroundColor: tokens.colorBrandBackground2, boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}`, '@media (forced-colors: active)': { border: '2px solid Highlight' } },
  number: { flexShrink: 0, width: '44px', textAlign: 'right', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', userSelect: 'none' },
  text: { flexGrow: 1, minWidth: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  mark: { backgroundColor: tokens.colorPaletteYellowBackground2, color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold, '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' } },
  link: {
    flexGrow: 1,
    minWidth: 0,
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

/** The document's lines with their numbers around the highlighted one; a line with an imported figure leads to its cell. */
export function TextSource({ document, target }: { readonly document: ReadDocument; readonly target: SourceTarget }) {
  const styles = useStyles();
  const { texts, actions, can } = usePane();
  const { workbook } = usePaneState();
  const [extra, setExtra] = useState({ before: 0, after: 0 });
  const scroller = useRef<HTMLDivElement>(null);
  const marked = useRef<HTMLLIElement>(null);
  const { lines, name, sha256 } = document.reading.source;
  const range = sourceWindow(lines, target, LINES_AROUND);
  const from = Math.max(0, range.from - extra.before);
  const to = Math.min(lines.length, range.to + extra.after);
  const stored = can.selectFigures ? workbook?.imports.find(({ agreement }) => agreement.document.sha256 === sha256) : undefined;
  useEffect(() => {
    const box = scroller.current;
    const line = marked.current;
    if (box !== null && line !== null) box.scrollTop = line.offsetTop - box.offsetTop - box.clientHeight / 3;
  }, []);
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="region" aria-label={texts.source.linesLabel(name)}>
      {range.target < 0 && target.line !== null ? <p className={styles.missing}>{texts.source.notFound}</p> : null}
      {from > 0 ? <MoreButton label={texts.source.earlier} onClick={() => setExtra({ ...extra, before: extra.before + MORE_LINES })} /> : null}
      <ol className={styles.lines} lang="da">
        {lines.slice(from, to).map((line, offset) => {
          const isMarked = from + offset === range.target;
          const figure = stored === undefined ? null : figureOnLine(stored.agreement, line);
          return (
            <li key={from + offset} ref={isMarked ? marked : undefined} className={mergeClasses(styles.line, isMarked && styles.marked)} {...(isMarked ? { 'aria-current': 'location' as const } : {})}>
              <span className={styles.number}>{line.line}</span>
              {stored !== undefined && figure !== null ? (
                <button type="button" className={styles.link} title={texts.source.goToCell} onClick={() => void actions.selectFigure(stored.importId, figure)}>
                  <LineText text={line.text.trim()} isMarked={isMarked} quote={target.quote} />
                </button>
              ) : (
                <span className={styles.text}>
                  <LineText text={line.text.trim()} isMarked={isMarked} quote={target.quote} />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {to < lines.length ? <MoreButton label={texts.source.later} onClick={() => setExtra({ ...extra, after: extra.after + MORE_LINES })} /> : null}
    </div>
  );
}

/** A line's text, with the quoted figure marked on the highlighted line. */
export function LineText({ text, isMarked, quote }: { readonly text: string; readonly isMarked: boolean; readonly quote: Quote | null }) {
  const styles = useStyles();
  if (!isMarked || quote === null) return <>{text}</>;
  return (
    <>
      {markQuote(text, quote).map((segment, index) => (segment.isMarked ? <mark key={index} className={styles.mark}>{segment.text}</mark> : <span key={index}>{segment.text}</span>))}
    </>
  );
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

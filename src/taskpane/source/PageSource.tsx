import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { type Box } from '../../core/budget/position';
import { usePane } from '../state/pane-context';
import { type SourceTarget } from '../state/pane-state';
import { type ReadDocument } from '../view-models/source';
import { type DrawnPage, type PageRenderer } from './page-renderer';
import { TextSource } from './TextSource';

const useStyles = makeStyles({
  scroller: { flexGrow: 1, minHeight: 0, overflow: 'auto', padding: '8px', backgroundColor: tokens.colorNeutralBackground4, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' } },
  page: { position: 'relative', lineHeight: 0 },
  canvas: { width: '100%', height: 'auto', boxShadow: tokens.shadow4, backgroundColor: 'white' },
  box: { position: 'absolute', border: '2px solid #b10e1c', borderRadius: '2px', backgroundColor: 'rgba(255, 214, 10, 0.35)', boxSizing: 'border-box', forcedColorAdjust: 'none', pointerEvents: 'none' },
  hidden: { visibility: 'hidden' },
});

interface PageSourceProps {
  readonly document: ReadDocument;
  readonly target: SourceTarget;
  readonly page: number;
  readonly renderer: PageRenderer;
}

/** How far outside its text the highlight is drawn, so that the printed figure stays readable. Units: points. */
const MARGIN_PT = 3;

/** The page that holds the figure, drawn on a canvas, with the line's box highlighted; the text where it cannot be drawn. */
export function PageSource({ document, target, page, renderer }: PageSourceProps) {
  const styles = useStyles();
  const { texts } = usePane();
  const canvas = useRef<HTMLCanvasElement>(null);
  const highlight = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ readonly key: string; readonly size: DrawnPage | null } | null>(null);
  const { bytes } = document.file;
  const key = `${target.sha256} ${page}`;
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const drawing = new AbortController();
    const widthPx = element.parentElement?.clientWidth ?? 320;
    void renderer.drawPage({ bytes, page, canvas: element, widthPx, signal: drawing.signal }).then((size) => {
      if (!drawing.signal.aborted) setDrawn({ key, size });
    });
    return () => drawing.abort();
  }, [renderer, bytes, page, key]);
  useEffect(() => {
    highlight.current?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [drawn, target]);
  const size = drawn?.key === key ? drawn.size : undefined;
  if (size === null) return <TextSource document={document} target={target} />;
  const box = document.reading.source.lines.find((line) => line.page === page && line.line === target.line)?.box ?? null;
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={texts.source.linesLabel(document.reading.source.name)}>
      {size === undefined ? <Spinner size="small" /> : null}
      <div className={mergeClasses(styles.page, size === undefined && styles.hidden)}>
        <canvas ref={canvas} className={styles.canvas} role="img" aria-label={texts.findings.place(page, target.line ?? 1)} />
        {size === undefined || box === null ? null : <div ref={highlight} className={styles.box} style={boxStyle(box, size)} />}
      </div>
    </div>
  );
}

function boxStyle(box: Box, { widthPt, heightPt }: DrawnPage): { left: string; top: string; width: string; height: string } {
  const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`;
  return {
    left: percent(box.left - MARGIN_PT, widthPt),
    top: percent(box.top - MARGIN_PT, heightPt),
    width: percent(box.right - box.left + 2 * MARGIN_PT, widthPt),
    height: percent(box.bottom - box.top + 2 * MARGIN_PT, heightPt),
  };
}

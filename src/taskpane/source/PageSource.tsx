import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular, DocumentOnePageRegular, LocationRegular, TableRegular, TextAlignLeftRegular, ZoomInRegular, ZoomOutRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { usePane } from '../services/pane-context';
import { type SourceTarget } from '../state/pane-state';
import { zoomed, type PageView } from '../view-models/source/page-figures';
import { type ReadDocument } from '../view-models/source/source';
import { DrawnPageView, type UndrawnPage } from './DrawnPageView';
import { type PageRenderer } from '../services/page-renderer';
import { LineText, TextSource } from './TextSource';

const useStyles = makeStyles({
  bar: { flexShrink: 0, display: 'flex', alignItems: 'center', gap: '2px', padding: '4px 8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  page: { margin: '0 4px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  gap: { flexGrow: 1 },
  quote: { flexShrink: 0, margin: 0, padding: '6px 12px', maxHeight: '56px', overflowY: 'auto', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  notDrawn: { flexShrink: 0, margin: '6px 12px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface PageSourceProps {
  readonly document: ReadDocument;
  readonly target: SourceTarget;
  readonly page: number;
  readonly renderer: PageRenderer;
}

/** The page that holds the figure, drawn, with its neighbours a button away; the text where it cannot be drawn or is asked for. */
export function PageSource({ document, target, page: targetPage, renderer }: PageSourceProps) {
  const styles = useStyles();
  const { texts } = usePane();
  const [shown, setShown] = useState({ target, page: targetPage });
  const [view, setView] = useState<PageView>({ fit: 'legible', zoom: 1 });
  const [isText, setIsText] = useState(false);
  const [undrawn, setUndrawn] = useState<UndrawnPage | null>(null);
  const page = shown.target === target ? shown.page : targetPage;
  const { lines, pages, sha256 } = document.reading.source;
  const last = pages ?? targetPage;
  const isUndrawn = undrawn?.sha256 === sha256 && undrawn.page === page;
  const showPage = (wanted: number): void => setShown({ target, page: wanted });
  const line = page === targetPage && target.quote !== null ? lines.find((one) => one.page === page && one.line === target.line) : undefined;
  const place = page === targetPage ? target : { ...target, page, line: lines.find((line) => line.page === page)?.line ?? null, quote: null, box: null };
  return (
    <>
      <div className={styles.bar} role="toolbar" aria-label={texts.source.toolbar}>
        <Button appearance="subtle" size="small" icon={<ChevronLeftRegular />} aria-label={texts.source.previousPage} title={texts.source.previousPage} disabledFocusable={page <= 1} onClick={() => showPage(page - 1)} />
        <span className={styles.page} aria-live="polite">
          {texts.source.pageOf(page, last)}
        </span>
        <Button appearance="subtle" size="small" icon={<ChevronRightRegular />} aria-label={texts.source.nextPage} title={texts.source.nextPage} disabledFocusable={page >= last} onClick={() => showPage(page + 1)} />
        {page === targetPage ? null : <Button appearance="subtle" size="small" icon={<LocationRegular />} aria-label={texts.source.backToPlace} title={texts.source.backToPlace} onClick={() => showPage(targetPage)} />}
        <span className={styles.gap} />
        {isText || isUndrawn ? null : <PageViewButtons view={view} onChange={setView} />}
        <ToggleButton appearance="subtle" size="small" icon={<TextAlignLeftRegular />} checked={isText} aria-label={texts.source.asText} title={texts.source.asText} onClick={() => setIsText(!isText)} />
      </div>
      {isUndrawn && !isText ? <p className={styles.notDrawn}>{texts.source.notDrawn}</p> : null}
      {isText || isUndrawn ? (
        <TextSource key={sha256} source={document.reading.source} target={place} />
      ) : (
        <>
          {line === undefined ? null : (
            <p className={styles.quote} lang="da">
              <LineText text={line.text.trim()} quote={target.quote} />
            </p>
          )}
          <DrawnPageView document={document} target={page === targetPage ? target : null} page={page} view={view} renderer={renderer} onUndrawn={setUndrawn} />
        </>
      )}
    </>
  );
}

/** Closer, farther, the table in the pane's width, the whole page. */
function PageViewButtons({ view, onChange }: { readonly view: PageView; onChange(view: PageView): void }) {
  const { texts } = usePane();
  const look = { appearance: 'subtle', size: 'small' } as const;
  const fit = (wanted: PageView['fit']): void => onChange({ fit: view.fit === wanted ? 'legible' : wanted, zoom: 1 });
  return (
    <>
      <Button {...look} icon={<ZoomOutRegular />} aria-label={texts.source.zoomOut} title={texts.source.zoomOut} onClick={() => onChange(zoomed(view, -1))} />
      <Button {...look} icon={<ZoomInRegular />} aria-label={texts.source.zoomIn} title={texts.source.zoomIn} onClick={() => onChange(zoomed(view, 1))} />
      <ToggleButton {...look} icon={<TableRegular />} checked={view.fit === 'table'} aria-label={texts.source.fitTable} title={texts.source.fitTable} onClick={() => fit('table')} />
      <ToggleButton {...look} icon={<DocumentOnePageRegular />} checked={view.fit === 'whole'} aria-label={texts.source.wholePage} title={texts.source.wholePage} onClick={() => fit('whole')} />
    </>
  );
}

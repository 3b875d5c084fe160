import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import { type StoredImport } from '../../excel/workbook-port';
import { isCommandKey } from '../parts/focus/keys';
import { PagedList } from '../parts/lists/PagedList';
import { SourceLink } from '../parts/SourceLink';
import { WayLink } from '../parts/WayLink';
import { usePane } from '../services/pane-context';
import { type ReviewedFigure, type ReviewGroup } from '../view-models/findings/review';

const useStyles = makeStyles({
  heading: { margin: '8px 0 2px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', hyphens: 'auto' },
  row: { display: 'flex', alignItems: 'center', gap: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, fontSize: tokens.fontSizeBase200 },
  tick: { flexGrow: 1, minWidth: 0, display: 'flex', alignItems: 'center', gap: '6px', minHeight: '28px', padding: 0, border: 'none', background: 'none', color: 'inherit', font: 'inherit', textAlign: 'left', cursor: 'pointer', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' } },
  box: { flexShrink: 0, width: '16px', height: '16px', boxSizing: 'border-box', border: `1px solid ${tokens.colorNeutralStrokeAccessible}`, borderRadius: tokens.borderRadiusSmall, lineHeight: '14px', textAlign: 'center' },
  seen: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground1, border: `1px solid ${tokens.colorCompoundBrandStroke}` },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  figure: { flexShrink: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  by: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
});

const STEP_OF_KEY: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

interface ReviewListProps {
  readonly stored: StoredImport;
  readonly groups: readonly ReviewGroup[];
  onToggle(keys: readonly string[], isSeen: boolean): void;
}

/** The figures to tick off: the space bar ticks the one that has the focus, J and K or the arrows go on, C leads to its cell, S to its source. */
export function ReviewList({ stored, groups, onToggle }: ReviewListProps) {
  const styles = useStyles();
  const { texts } = usePane();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    if (!isCommandKey(event)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[role=checkbox]') ?? [])];
    const row = (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('[data-figure]');
    const by = STEP_OF_KEY[key];
    if (by !== undefined) rows[rows.findIndex((one) => row?.contains(one) === true) + by]?.focus();
    else if (key === 'c' || key === 's') row?.querySelector<HTMLElement>(`[data-way=${key === 'c' ? 'cell' : 'source'}]`)?.click();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={list} onKeyDown={move}>
      <PagedList items={groups} pageSize={20} keyOf={(_group, index) => String(index)}>
        {({ title, figures }) => (
          <section>
            <h3 className={styles.heading} lang="da">
              {title === '' ? texts.preview.untitled : title}
            </h3>
            {figures.map((figure) => (
              <ReviewRow key={figure.key} figure={figure} stored={stored} onToggle={onToggle} />
            ))}
          </section>
        )}
      </PagedList>
    </div>
  );
}

function ReviewRow({ figure, stored, onToggle }: { readonly figure: ReviewedFigure; readonly stored: StoredImport; readonly onToggle: ReviewListProps['onToggle'] }) {
  const styles = useStyles();
  const { texts, actions, can } = usePane();
  const { key, text, label, column, source, reference, by } = figure;
  const isSeen = by !== null;
  return (
    <div className={styles.row} data-figure={key}>
      <button type="button" role="checkbox" aria-checked={isSeen} className={styles.tick} onClick={() => onToggle([key], !isSeen)}>
        <span className={mergeClasses(styles.box, isSeen && styles.seen)} aria-hidden="true">
          {isSeen ? '✓' : ''}
        </span>
        <span className={styles.name} lang="da">
          {[label, column].filter((part) => part !== null && part !== '').join(' · ')}
        </span>
        <span className={styles.figure}>{text}</span>
        {isSeen ? <span className={styles.by}>{by}</span> : null}
      </button>
      {can.selectFigures ? (
        <WayLink way="cell" onClick={() => void actions.selectFigure(stored.importId, reference)}>
          {texts.review.cell}
        </WayLink>
      ) : null}
      {source === null ? null : <SourceLink sha256={stored.agreement.document.sha256} {...source} />}
    </div>
  );
}

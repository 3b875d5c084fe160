import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, useRef, type KeyboardEvent } from 'react';
import { usePane, usePaneState } from '../services/pane-context';
import { type View } from '../state/pane-state';
import { OpenFindings } from '../later-parts';

const useStyles = makeStyles({
  /** The host's own menu covers the last 40 px. */
  tabs: { display: 'flex', flexShrink: 0, paddingRight: '40px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, minHeight: '40px' },
  /** A badge stands beside its name, also in the narrowest pane. */
  tab: {
    display: 'flex',
    alignItems: 'center',
    padding: '10px clamp(3px, calc((100vw - 300px) / 10), 8px)',
    minWidth: 0,
    whiteSpace: 'nowrap',
    border: 'none',
    background: 'none',
    font: 'inherit',
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: 'inset 0 0 0 transparent',
    ':hover': { color: tokens.colorNeutralForeground2Hover, boxShadow: `inset 0 -3px 0 -1px ${tokens.colorNeutralStroke1Hover}` },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -3px 0 -1px ${tokens.colorCompoundBrandStroke}`,
    ':hover': { color: tokens.colorNeutralForeground1Hover, boxShadow: `inset 0 -3px 0 -1px ${tokens.colorCompoundBrandStrokeHover}` },
    '@media (forced-colors: active)': { borderBottom: '3px solid Highlight' },
  },
  /** As wide as when it is selected, so that nothing moves when it is. */
  name: { display: 'inline-grid', '::after': { content: 'attr(data-name)', height: 0, overflow: 'hidden', visibility: 'hidden', fontWeight: tokens.fontWeightSemibold } },
});

const VIEWS: readonly View[] = ['import', 'findings', 'agreements', 'source'];

/**
 * The pane's four places. Arrow keys move among them, Enter and space open one.
 * Not the components' own list of tabs, which brings a third of what the whole first screen may weigh.
 */
export function ViewTabs() {
  const styles = useStyles();
  const { texts, store } = usePane();
  const { view: shown, workbook } = usePaneState();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
    const next = nextIndex(event.key, tabs.indexOf(event.target as HTMLElement), tabs.length);
    if (next === null) return;
    event.preventDefault();
    tabs[next]?.focus();
  };
  return (
    <div ref={list} className={styles.tabs} role="tablist" aria-label={texts.views.label} onKeyDown={move}>
      {VIEWS.map((view) => (
        <button
          key={view}
          id={`tab-${view}`}
          type="button"
          role="tab"
          aria-selected={view === shown}
          aria-controls="pane-view"
          tabIndex={view === shown ? 0 : -1}
          className={mergeClasses(styles.tab, view === shown && styles.selected)}
          onClick={() => store.dispatch({ type: 'view-opened', view })}
        >
          <span className={styles.name} data-name={texts.views[view]}>
            {texts.views[view]}
          </span>
          {view === 'findings' && workbook !== null ? (
            <Suspense fallback={null}>
              <OpenFindings workbook={workbook} />
            </Suspense>
          ) : null}
        </button>
      ))}
    </div>
  );
}

/** Where a key leads from a tab; null for a key that leads nowhere. */
function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

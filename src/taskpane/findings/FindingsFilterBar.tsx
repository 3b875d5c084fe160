import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { VerdictMark } from '../parts/VerdictMark';
import { ruleTitle } from '../view-models/findings/rule-titles';
import { usePane, usePaneState } from '../services/pane-context';
import { countStandings, rulesOf, type CauseCard } from '../view-models/findings/cause-cards';
import { STANDINGS, toggleStanding } from '../view-models/findings/findings';

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: '8px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  chip: {
    display: 'flex',
    alignItems: 'center',
    gap: '5px',
    padding: '2px 8px 2px 4px',
    minHeight: '26px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
});

/** Chooses which findings are shown: by standing and by rule, each with its count. */
export function FindingsFilterBar({ cards }: { readonly cards: readonly CauseCard[] }) {
  const styles = useStyles();
  const { texts, store, language } = usePane();
  const { filter } = usePaneState();
  const counts = countStandings(cards);
  const rules = rulesOf(cards);
  return (
    <div className={styles.bar} role="group" aria-label={texts.findings.filterLabel}>
      <div className={styles.chips}>
        {STANDINGS.filter((standing) => counts[standing] > 0 || filter.severities.includes(standing)).map((standing) => {
          const isChosen = filter.severities.includes(standing);
          return (
            <button
              key={standing}
              type="button"
              aria-pressed={isChosen}
              className={mergeClasses(styles.chip, isChosen && styles.chosen)}
              onClick={() => store.dispatch({ type: 'filter-changed', filter: toggleStanding(filter, standing) })}
            >
              <VerdictMark kind={standing} />
              {texts.standingGroups[standing]} {counts[standing]}
            </button>
          );
        })}
      </div>
      {rules.length > 1 ? (
        <Select
          size="small"
          aria-label={texts.findings.ruleLabel}
          value={filter.rule ?? ''}
          onChange={(_event, { value }) => store.dispatch({ type: 'filter-changed', filter: { ...filter, rule: value === '' ? null : value } })}
        >
          <option value="">{texts.findings.allRules}</option>
          {rules.map(({ rule, count }) => (
            <option key={rule} value={rule}>
              {`${ruleTitle(rule, language)} (${count})`}
            </option>
          ))}
        </Select>
      ) : null}
    </div>
  );
}

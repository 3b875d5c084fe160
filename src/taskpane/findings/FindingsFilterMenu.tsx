import { Button, Menu, MenuDivider, MenuItemCheckbox, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { FilterFilled, FilterRegular } from '@fluentui/react-icons';
import { usePane, usePaneState } from '../services/pane-context';
import { countStandings, rulesOf, type CauseCard } from '../view-models/findings/cause-cards';
import { STANDINGS, type FindingStanding } from '../view-models/findings/findings';
import { ruleTitle } from '../../core/reconciliation/registry';

/** Every rule, in the menu's own values. */
const ALL_RULES = '';

/** Chooses which findings are shown: by standing and by rule, each with its count. */
export function FindingsFilterMenu({ cards }: { readonly cards: readonly CauseCard[] }) {
  const { texts, store, language } = usePane();
  const { filter } = usePaneState();
  const counts = countStandings(cards);
  const rules = rulesOf(cards);
  const isFiltered = filter.severities.length > 0 || filter.rule !== null;
  const change = (name: string, checked: readonly string[]): void => {
    const [rule = ALL_RULES] = checked;
    const changed = name === 'standing' ? { severities: STANDINGS.filter((standing) => checked.includes(standing)) } : { rule: rule === ALL_RULES ? null : rule };
    store.dispatch({ type: 'filter-changed', filter: { ...filter, ...changed } });
  };
  const isOffered = (standing: FindingStanding): boolean => counts[standing] > 0 || filter.severities.includes(standing);
  return (
    <Menu inline positioning={{ autoSize: 'height' }} checkedValues={{ standing: [...filter.severities], rule: [filter.rule ?? ALL_RULES] }} onCheckedValueChange={(_event, { name, checkedItems }) => change(name, checkedItems)}>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={isFiltered ? <FilterFilled /> : <FilterRegular />} aria-label={texts.findings.filterLabel} title={texts.findings.filterLabel} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {STANDINGS.filter(isOffered).map((standing) => (
            <MenuItemCheckbox key={standing} name="standing" value={standing}>
              {`${texts.standingGroups[standing]} (${counts[standing]})`}
            </MenuItemCheckbox>
          ))}
          <MenuDivider />
          <MenuItemRadio name="rule" value={ALL_RULES}>
            {texts.findings.allRules}
          </MenuItemRadio>
          {rules.map(({ rule, count }) => (
            <MenuItemRadio key={rule} name="rule" value={rule}>
              {`${ruleTitle(rule, language)} (${count})`}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

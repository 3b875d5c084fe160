import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { type DependentFormulas } from '../../excel/workbook-port';
import { usePane } from '../services/pane-context';
import { FormulaList } from './FormulaList';

const useStyles = makeStyles({
  list: { flexBasis: '100%', maxHeight: '160px', overflowY: 'auto', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

/** The user's formulas that lose their source when an import goes, each with its place; nothing where there are none. */
export function LostFormulas({ importId }: { readonly importId: string }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const [found, setFound] = useState<DependentFormulas | 'asking' | null>('asking');
  useEffect(() => {
    let isWanted = true;
    void actions.findDependents(importId).then((answer) => {
      if (isWanted) setFound(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [actions, importId]);
  if (found === 'asking' || found?.count === 0) return null;
  if (found === null) return <div className={styles.list}>{texts.start.dependentsUnknown}</div>;
  return (
    <div className={styles.list} role="status" tabIndex={0}>
      {texts.start.dependents(found.count)}
      <FormulaList found={found} />
    </div>
  );
}

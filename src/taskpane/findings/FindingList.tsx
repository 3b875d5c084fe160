import { makeStyles, tokens } from '@fluentui/react-components';
import { type WorkbookFinding } from '../../excel/workbook-port';
import { PagedList } from '../parts/PagedList';
import { usePane } from '../state/pane-context';
import { groupFindings } from '../view-models/findings';
import { FindingCard } from './FindingCard';

const useStyles = makeStyles({
  group: { paddingBottom: '8px' },
  heading: { margin: '4px 0 4px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase200, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', hyphens: 'auto' },
});

interface FindingListProps {
  readonly findings: readonly WorkbookFinding[];
  /** The hash of the document that the findings are about; null where they come from several imports. */
  readonly sha256: string | null;
}

/** Findings under the initiatives that they are about. */
export function FindingList({ findings, sha256 }: FindingListProps) {
  const styles = useStyles();
  const { texts } = usePane();
  return (
    <PagedList items={groupFindings(findings)} pageSize={25} keyOf={(group) => `${group.importId} ${group.findings[0]?.key ?? ''}`}>
      {({ initiative, findings: own }) => (
        <section className={styles.group}>
          <h4 className={styles.heading} {...(initiative === null ? {} : { lang: 'da' })}>
            {initiative ?? texts.findings.wholeAgreement}
          </h4>
          {own.map((finding) => (
            <FindingCard key={finding.key} finding={finding} sha256={sha256} />
          ))}
        </section>
      )}
    </PagedList>
  );
}

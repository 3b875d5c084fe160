import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useRef, useState } from 'react';
import { type StoredImport } from '../../excel/workbook-port';
import { LONGEST_NAME } from '../finding-cards/decisions/SignerForm';
import { EmptyState } from '../parts/EmptyState';
import { ImportChoice } from '../parts/ImportChoice';
import { PageFrame } from '../pages/PageFrame';
import { usePane, usePaneState } from '../services/pane-context';
import { reviewGroups } from '../view-models/findings/review';
import { ReviewList } from './ReviewList';
import { usePendingTicks } from './use-pending-ticks';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', columnGap: '12px', rowGap: '6px', paddingBottom: '8px' },
  initials: { width: '96px', minWidth: 0 },
  count: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold, lineHeight: '24px' },
  choice: { flexBasis: '100%' },
  hint: { margin: 0, flexBasis: '100%', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
});

/** The reviewer's page: every figure of an import is ticked off as seen, in the reviewer's initials; kept with the workbook and told on the working paper. */
export function ReviewPage() {
  const { texts } = usePane();
  const { workbook } = usePaneState();
  const imports = workbook?.imports ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const stored = imports.find(({ importId }) => importId === chosen) ?? imports[0];
  return (
    <PageFrame heading={texts.review.heading}>
      {stored === undefined ? <EmptyState text={texts.findings.emptyWorkbook} /> : <Review key={stored.importId} stored={stored} imports={imports} onChoose={setChosen} />}
    </PageFrame>
  );
}

function Review({ stored, imports, onChoose }: { readonly stored: StoredImport; readonly imports: readonly StoredImport[]; onChoose(importId: string): void }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const { signer } = usePaneState();
  const [initials, setInitials] = useState(signer ?? '');
  const field = useRef<HTMLInputElement>(null);
  const { pending, tick } = usePendingTicks(stored.importId, initials.trim());
  const groups = useMemo(() => reviewGroups(stored, pending), [stored, pending]);
  const figures = groups.flatMap((group) => group.figures);
  const toggle = (keys: readonly string[], isSeen: boolean): void => {
    if (initials.trim() === '') field.current?.focus();
    else tick(keys, isSeen);
  };
  return (
    <>
      <div className={styles.head}>
        <ImportChoice imports={imports} chosen={stored} label={texts.review.agreement} className={styles.choice} onChoose={onChoose} />
        <Field label={texts.review.initials} size="small" required>
          <Input input={{ ref: field }} className={styles.initials} size="small" maxLength={LONGEST_NAME} autoComplete="off" value={initials} onChange={(_event, { value }) => setInitials(value)} onBlur={() => (initials.trim() === '' ? undefined : actions.nameSigner(initials.trim()))} />
        </Field>
        <span className={styles.count} aria-live="polite">
          {texts.review.seen(figures.filter(({ by }) => by !== null).length, figures.length)}
        </span>
        <p className={styles.hint}>{texts.review.hint}</p>
      </div>
      <ReviewList stored={stored} groups={groups} onToggle={toggle} />
    </>
  );
}

import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { pageRanges } from '../../core/failure-text';
import { formatUnit } from '../../core/money/danish-number';
import { StatedItem } from '../figures/StatedItem';
import { FindingList } from '../finding-cards/FindingList';
import { UnaccountedNotice } from '../finding-cards/UnaccountedNotice';
import { OutcomeSummary } from '../figures/OutcomeSummary';
import { PagedList } from '../parts/lists/PagedList';
import { PaneHeading } from '../parts/PaneHeading';
import { Section } from '../parts/Section';
import { usePane, usePaneState } from '../services/pane-context';
import { type OpenDocument, type Reading } from '../state/pane-state';
import { importOf } from '../view-models/agreements/agreements';
import { agreementName } from '../view-models/agreements/agreements-at-hand';
import { agreementToInsert, titleOfDocument } from '../view-models/agreements/document-title';
import { doubtfulLines } from '../view-models/agreements/encoding-doubt';
import { cardOfFinding, cardsOfChecks } from '../view-models/findings/cause-cards';
import { uncheckedOfChecks } from '../view-models/findings/findings';
import { sameContentAs } from '../view-models/agreements/same-content';
import { countOutcomes, initiativeVerdicts } from '../view-models/findings/verdicts';
import { EncodingChoice } from './EncodingChoice';
import { InitiativeItem } from './InitiativeItem';
import { PreviewFacts } from './PreviewFacts';
import { SaveMenu } from './SaveMenu';
import { TitleField } from './TitleField';
import { TotalItem } from './TotalItem';
import { UnreadItem } from '../finding-cards/UnreadItem';

const useStyles = makeStyles({
  head: { padding: '4px 12px 12px', display: 'flex', flexDirection: 'column', gap: '10px' },
  subtitle: { margin: '2px 0 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
  message: { whiteSpace: 'normal' },
  empty: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Everything that was read from a document, before anything is written. */
export function PreviewBody({ document, reading }: { readonly document: OpenDocument; readonly reading: Reading }) {
  const styles = useStyles();
  const { texts, language } = usePane();
  const state = usePaneState();
  const { documents, workbook } = state;
  const { agreement, checks, source } = reading;
  const cards = cardsOfChecks(checks, agreement);
  const unchecked = uncheckedOfChecks(checks);
  const isAnythingChecked = checks.some(({ outcome }) => outcome !== 'not-checkable');
  const verdicts = initiativeVerdicts(checks);
  const twin = document.receipt === null && importOf(document, workbook) === null ? sameContentAs(document, documents, workbook) : null;
  const title = titleOfDocument(document, state);
  const doubtful = doubtfulLines(document.file.bytes, source);
  const subtitle = [agreement.document.name, texts.layouts[agreement.document.layout], ...(agreement.document.pages === null ? [] : [texts.preview.pages(agreement.document.pages)])];
  return (
    <>
      <div className={styles.head}>
        <div>
          <PaneHeading lang="da">{agreementName(agreementToInsert(document, state) ?? agreement)}</PaneHeading>
          <p className={styles.subtitle}>{subtitle.join(' · ')}</p>
        </div>
        {title === null || document.receipt !== null ? null : <TitleField documentId={document.id} title={title} />}
        {twin === null ? null : <Warning text={texts.preview.sameContent(twin)} />}
        {agreement.isPartlyRead ? <Warning text={texts.preview.partlyRead} /> : null}
        {source.unreadablePages.length > 0 ? <Warning text={texts.preview.scannedPages(pageRanges(source.unreadablePages))} /> : null}
        {doubtful.length > 0 ? <EncodingChoice document={document} lines={doubtful} /> : null}
        <PreviewFacts agreement={agreement} unit={agreement.unit === null ? texts.preview.notStated : formatUnit(agreement.unit, language)} />
        <UnaccountedNotice agreement={agreement} />
        <OutcomeSummary counts={countOutcomes(checks)} />
        <SaveMenu document={document} />
      </div>
      <Section title={texts.preview.findingsHeading} count={cards.length} isOpenAtFirst>
        {cards.length === 0 ? <p className={styles.empty}>{isAnythingChecked ? texts.preview.noFindings : texts.preview.nothingChecked}</p> : <FindingList cards={cards} sha256={agreement.document.sha256} />}
      </Section>
      <Section title={texts.preview.initiativesHeading} count={agreement.initiatives.length} isOpenAtFirst={agreement.initiatives.length > 0}>
        {agreement.initiatives.length === 0 ? <p className={styles.empty}>{texts.preview.noInitiatives}</p> : null}
        <PagedList items={agreement.initiatives} keyOf={({ id }) => id}>
          {(initiative, index) => <InitiativeItem agreement={agreement} initiative={initiative} verdict={verdicts.get(index) ?? null} />}
        </PagedList>
      </Section>
      {agreement.totals.length > 0 ? (
        <Section title={texts.preview.totalsHeading} count={agreement.totals.length}>
          <PagedList items={agreement.totals} keyOf={(_total, index) => String(index)}>
            {(total) => <TotalItem total={total} />}
          </PagedList>
        </Section>
      ) : null}
      {agreement.mentions.length > 0 ? (
        <Section title={texts.agreements.stated} count={agreement.mentions.length} isOpenAtFirst={agreement.initiatives.length === 0}>
          <PagedList items={agreement.mentions} keyOf={(_mention, index) => String(index)}>
            {(mention) => <StatedItem stated={mention} sha256={agreement.document.sha256} />}
          </PagedList>
        </Section>
      ) : null}
      {agreement.unread.length > 0 ? (
        <Section title={texts.preview.unreadHeading} count={agreement.unread.length}>
          <PagedList items={agreement.unread} keyOf={(_unread, index) => String(index)}>
            {(unread) => <UnreadItem unread={unread} sha256={agreement.document.sha256} agreementName={null} />}
          </PagedList>
        </Section>
      ) : null}
      {unchecked.length > 0 ? (
        <Section title={texts.preview.uncheckedHeading} count={unchecked.length}>
          <FindingList cards={unchecked.map(cardOfFinding)} sha256={agreement.document.sha256} areNotesOpen />
        </Section>
      ) : null}
    </>
  );
}

function Warning({ text }: { readonly text: string }) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody className={styles.message}>{text}</MessageBarBody>
    </MessageBar>
  );
}

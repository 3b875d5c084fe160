import { Button, Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { type StoredImport } from '../../excel/workbook-port';
import { usePane, usePaneState } from '../services/pane-context';
import { agreementName } from '../view-models/agreements/agreements-at-hand';

/** What can be done besides checking the workbook, behind one button. */
export function MoreActions({ imports }: { readonly imports: readonly StoredImport[] }) {
  const { texts, actions, store, can } = usePane();
  const { workbook, activity } = usePaneState();
  const isBusy = activity !== null || !can.writeWorkbook;
  const areFlagsHidden = workbook?.areFlagsHidden === true;
  const hasDecisions = (workbook?.findings ?? []).some(({ acceptance = null, comments = [] }) => acceptance !== null || comments.length > 0);
  return (
    <Menu inline positioning={{ autoSize: 'height' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={texts.findings.more} title={texts.findings.more} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {can.checkSelections ? (
            <>
              <MenuItem disabled={isBusy} onClick={() => void actions.checkSelection()}>
                {texts.selection.check}
              </MenuItem>
              <MenuItem disabled={isBusy} onClick={() => void actions.compareSelection()}>
                {texts.tieOut.compare}
              </MenuItem>
              <MenuDivider />
            </>
          ) : null}
          {can.tickFigures && imports.length > 0 ? <MenuItem onClick={() => store.dispatch({ type: 'page-opened', page: 'review' })}>{texts.review.open}</MenuItem> : null}
          {hasDecisions ? <MenuItem onClick={() => store.dispatch({ type: 'page-opened', page: 'decisions' })}>{texts.decisions.open}</MenuItem> : null}
          {can.showFlags && imports.length > 0 ? (
            <MenuItem disabled={isBusy} onClick={() => void actions.showFlags(areFlagsHidden)}>
              {areFlagsHidden ? texts.findings.showFlags : texts.findings.hideFlags}
            </MenuItem>
          ) : null}
          {can.insertPictures && imports.length > 0 ? <MenuItem onClick={() => store.dispatch({ type: 'page-opened', page: 'pictures' })}>{texts.pictures.open}</MenuItem> : null}
          {can.insertWorkingPapers ? <WorkingPapers imports={imports} isBusy={isBusy} /> : null}
          <MenuItem onClick={() => store.dispatch({ type: 'page-opened', page: 'settings' })}>{texts.settings.heading}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The working paper of the workbook's agreement; where there are several, that of each. */
function WorkingPapers({ imports, isBusy }: { readonly imports: readonly StoredImport[]; readonly isBusy: boolean }) {
  const { texts, actions } = usePane();
  const [only] = imports;
  if (only === undefined) return null;
  const insert = ({ importId }: StoredImport): void => void actions.insertWorkingPaper(importId);
  if (imports.length === 1) {
    return (
      <MenuItem disabled={isBusy} onClick={() => insert(only)}>
        {texts.workingPaper.insert}
      </MenuItem>
    );
  }
  return (
    <MenuGroup>
      <MenuGroupHeader>{texts.workingPaper.choose}</MenuGroupHeader>
      {imports.map((stored) => (
        <MenuItem key={stored.importId} lang="da" disabled={isBusy} onClick={() => insert(stored)}>
          {agreementName(stored.agreement)}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}

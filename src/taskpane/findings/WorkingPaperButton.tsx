import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { type StoredImport } from '../../excel/workbook-port';
import { usePane, usePaneState } from '../services/pane-context';
import { agreementName } from '../view-models/agreements/agreements-at-hand';

/** Inserts the working paper of the workbook's agreement; asks which one where there are several. */
export function WorkingPaperButton({ imports, className }: { readonly imports: readonly StoredImport[]; readonly className: string }) {
  const { texts, actions } = usePane();
  const { activity } = usePaneState();
  const insert = ({ importId }: StoredImport): void => void actions.insertWorkingPaper(importId);
  const [only] = imports;
  const look = { className, size: 'small' as const, disabledFocusable: activity !== null };
  if (only === undefined) return null;
  if (imports.length === 1) {
    return (
      <Button {...look} onClick={() => insert(only)}>
        {texts.workingPaper.insert}
      </Button>
    );
  }
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button {...look}>{texts.workingPaper.insert} …</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList aria-label={texts.workingPaper.choose}>
          {imports.map((stored) => (
            <MenuItem key={stored.importId} lang="da" onClick={() => insert(stored)}>
              {agreementName(stored.agreement)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { OUTPUT_KINDS } from '../../outputs/output-kind';
import { usePane, usePaneState } from '../services/pane-context';
import { type OpenDocument } from '../state/pane-state';
import { outputName } from '../view-models/agreements/output-name';

/** Saves the result in the form that another reader needs: marked copy, report, correction note. */
export function SaveMenu({ document }: { readonly document: OpenDocument }) {
  const { texts, actions } = usePane();
  const { activity } = usePaneState();
  return (
    <Menu positioning={{ autoSize: 'height' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" icon={<SaveRegular />} disabledFocusable={activity !== null} style={{ alignSelf: 'flex-start' }}>
          {texts.saving.open} …
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {OUTPUT_KINDS.map((kind) => {
            const { name, explained, word } = texts.saving.choices[kind];
            return (
              <MenuItem key={kind} subText={explained} onClick={() => void actions.saveOutput(document.id, kind, outputName(document.file.name, kind, word))}>
                {name}
              </MenuItem>
            );
          })}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

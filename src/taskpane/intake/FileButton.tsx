import { Button, type ButtonProps } from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import { usePane } from '../services/pane-context';
import { ACCEPTED_FILES } from './picked-files';
import { useFileIntake } from './use-file-intake';

interface FileButtonProps {
  readonly appearance: NonNullable<ButtonProps['appearance']>;
  readonly size?: 'small' | 'medium';
  readonly icon?: NonNullable<ButtonProps['icon']>;
  readonly className?: string;
  readonly isForSource?: boolean;
  readonly children: ReactNode;
}

/** A button that opens the file chooser. */
export function FileButton({ appearance, size = 'medium', icon, className, isForSource = false, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const { actions } = usePane();
  const takeFiles = useFileIntake(isForSource);
  const choose = (): void => {
    actions.prepareReading();
    input.current?.click();
  };
  return (
    <>
      <Button appearance={appearance} size={size} {...(icon === undefined ? {} : { icon })} {...(className === undefined ? {} : { className })} onClick={choose}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED_FILES}
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void takeFiles(files);
        }}
      />
    </>
  );
}

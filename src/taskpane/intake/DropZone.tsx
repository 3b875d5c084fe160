import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState, type DragEvent, type ReactNode } from 'react';
import { usePane } from '../services/pane-context';
import { useFileIntake } from './use-file-intake';

const useStyles = makeStyles({
  zone: { position: 'relative', height: '100%' },
  veil: {
    position: 'absolute',
    inset: '6px',
    zIndex: 2,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    border: `2px dashed ${tokens.colorCompoundBrandStroke}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    pointerEvents: 'none',
    opacity: 0.96,
  },
  hidden: { display: 'none' },
});

/** Takes files that are dropped anywhere on the pane. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const takeFiles = useFileIntake();
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    if (!isOver) actions.prepareReading();
    setIsOver(true);
  };
  const leave = (event: DragEvent): void => {
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    void takeFiles(event.dataTransfer.files);
  };
  return (
    <div className={styles.zone} onDragEnter={over} onDragOver={over} onDragLeave={leave} onDrop={drop}>
      {children}
      <div className={mergeClasses(styles.veil, !isOver && styles.hidden)} aria-hidden="true">
        {texts.start.dropHere}
      </div>
    </div>
  );
}

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { PICTURE_KINDS, pictureGap, type PictureKind } from '../../core/sheet-plan/pictures/picture';
import { type StoredImport } from '../../excel/workbook-port';
import { EmptyState } from '../parts/EmptyState';
import { ImportChoice } from '../parts/ImportChoice';
import { usePane, usePaneState } from '../services/pane-context';
import { PageFrame } from './PageFrame';
import { PicturePreview } from './PicturePreview';

const useStyles = makeStyles({
  hint: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  choice: { marginBottom: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', alignItems: 'flex-start', gap: '10px', padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  text: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px' },
  shows: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** The pictures that can be made of the workbook's agreements: what each shows, and one click to it. */
export function PicturesPage() {
  const styles = useStyles();
  const { texts } = usePane();
  const imports = usePaneState().workbook?.imports ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const stored = imports.find(({ importId }) => importId === chosen) ?? imports[0];
  return (
    <PageFrame heading={texts.pictures.heading}>
      {stored === undefined ? (
        <EmptyState text={texts.findings.emptyWorkbook} />
      ) : (
        <>
          <p className={styles.hint}>{texts.pictures.hint}</p>
          <ImportChoice imports={imports} chosen={stored} label={texts.pictures.agreement} className={styles.choice} onChoose={setChosen} />
          <ul className={styles.list}>
            {PICTURE_KINDS.map((kind) => (
              <PictureItem key={kind} kind={kind} stored={stored} />
            ))}
          </ul>
        </>
      )}
    </PageFrame>
  );
}

function PictureItem({ kind, stored }: { readonly kind: PictureKind; readonly stored: StoredImport }) {
  const styles = useStyles();
  const { texts, actions } = usePane();
  const isBusy = usePaneState().activity !== null;
  const gap = pictureGap(kind, stored.agreement);
  const name = texts.pictures.names[kind];
  return (
    <li className={styles.item}>
      <PicturePreview kind={kind} />
      <div className={styles.text}>
        <Button size="small" disabledFocusable={isBusy || gap !== null} aria-label={texts.pictures.insert(name)} onClick={() => void actions.insertPicture(stored.importId, kind)}>
          {name}
        </Button>
        <p className={styles.shows}>{gap === null ? texts.pictures.shows[kind] : texts.pictures.gaps[gap]}</p>
      </div>
    </li>
  );
}

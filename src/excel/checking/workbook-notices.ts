import { type DecisionLog } from '../remembered/decision-log';
import { type OpenImport } from './open-imports';
import { type StoreContents } from '../remembered/store';
import { type WorkbookNotice } from '../workbook-port';

/** What a user should know of the workbook as a whole: sheets that take no flags, a list that is gone, a log that was changed. */
export function noticesOf(contents: StoreContents, imports: readonly OpenImport[], log: DecisionLog): WorkbookNotice[] {
  return [...unfinished(contents), ...damagedRecords(contents), ...idsGone(imports), ...protectedSheets(imports), ...goneFindings(imports), ...changedLog(log), ...shortenedLog(imports, log)];
}

/** That Excel refuses comments somewhere, so that no flag got one. */
export const FLAGS_WITHOUT_COMMENTS: WorkbookNotice = {
  code: 'flags-without-comments',
  message: {
    da: 'Excel tog ikke imod kommentarer på de markerede celler, måske fordi der står noter på nogle af dem. Farvemarkeringerne er sat, og forklaringerne står i listen over afvigelser.',
    en: 'Excel refused comments on the flagged cells, perhaps because some of them have notes. The coloured flags are set, and the explanations are in the list of differences.',
  },
};

/** That flags were taken back with Ctrl+Z, and are left so until something else is done. */
export const FLAGS_TAKEN_BACK: WorkbookNotice = {
  code: 'flags-taken-back',
  message: {
    da: 'Farvemarkeringer er fortrudt med Ctrl+Z. Listen her er rigtig; i arkene kommer de igen med Ctrl+Y, med din næste rettelse eller med Kontrollér projektmappen.',
    en: 'Flags were undone with Ctrl+Z. The list here is right; in the sheets they come back with Ctrl+Y, with your next edit or with Check the workbook.',
  },
};

/** That Excel answered an action after it had been given up. */
export const ANSWERED_LATE: WorkbookNotice = {
  code: 'answered-late',
  message: {
    da: 'Excel svarede først nu på en handling, der var opgivet. Det, den nåede at skrive, er fjernet igen, og listen her viser, hvad der står i projektmappen nu.',
    en: 'Excel answered only now to an action that had been given up. What it had written was removed again, and the list here shows what is in the workbook now.',
  },
};

function unfinished({ unfinished: states }: StoreContents): WorkbookNotice[] {
  if (states.length === 0) return [];
  const message = {
    da: 'En import blev afbrudt, før den var færdig. Det, den nåede at skrive, fjernes ved næste import.',
    en: 'An import was interrupted before it was done. What it had written is removed at the next import.',
  };
  return [{ code: 'import-unfinished', message }];
}

function damagedRecords({ damagedRows }: StoreContents): WorkbookNotice[] {
  if (damagedRows.length === 0) return [];
  const message = {
    da: 'Noget af det, Reserve har gemt i projektmappen, er beskadiget og bruges ikke. Ark og tabeller fra den import er der endnu, men kontrolleres ikke. Importér dokumentet igen for at få dem kontrolleret.',
    en: 'Some of what Reserve stored in the workbook is damaged and is not used. The sheets and tables of that import are still there but are not checked. Import the document again to have it checked.',
  };
  return [{ code: 'store-damaged', message }];
}

/** Tables whose rows bear no ids any more: they were known by their texts, and a row whose text was changed, too, is told as gone. */
function idsGone(imports: readonly OpenImport[]): WorkbookNotice[] {
  return imports.flatMap(({ tables }) =>
    tables
      .filter(({ role, keys }) => !['initiative', 'year-total', 'findings'].includes(role) && !keys.includes('id'))
      .map(({ name }): WorkbookNotice => ({
        code: 'ids-gone',
        message: {
          da: `Kolonnen Id er væk fra tabellen ${name}. Rækkerne er genkendt på deres tekst; en række, hvis tekst er ændret, vises som slettet. Fortryd sletningen for at få id'erne tilbage.`,
          en: `The column Id is gone from the table ${name}. Its rows were recognised by their texts; a row whose text was changed is shown as deleted. Undo the deletion to get the ids back.`,
        },
      })),
  );
}

function protectedSheets(imports: readonly OpenImport[]): WorkbookNotice[] {
  const names = new Set(imports.flatMap(({ tables, compared }) => [...tables, ...compared.flatMap(({ table }) => table ?? [])].flatMap(({ isProtected, sheetName }) => (isProtected ? [sheetName] : []))));
  return [...names].map((name) => ({
    code: 'sheet-protected',
    message: {
      da: `Arket ${name} er beskyttet: det er kontrolleret, men farvemarkeringer og lister på det er ikke opdateret.`,
      en: `The sheet ${name} is protected: it was checked, but coloured flags and lists on it were not updated.`,
    },
  }));
}

function goneFindings(imports: readonly OpenImport[]): WorkbookNotice[] {
  return imports.flatMap(({ record, tables }) =>
    record.state.tables
      .filter(({ role, name }) => role === 'findings' && !tables.some((table) => table.name === name))
      .map(({ name }): WorkbookNotice => ({
        code: 'findings-gone',
        message: {
          da: `Listen over afvigelser (tabellen ${name}) findes ikke længere i projektmappen. Afvigelserne står her i ruden.`,
          en: `The list of differences (the table ${name}) is no longer in the workbook. The differences are listed here in the pane.`,
        },
      })),
  );
}

function changedLog({ brokenRow, place }: DecisionLog): WorkbookNotice[] {
  if (brokenRow === null || place === null) return [];
  const row = place.row + brokenRow + 1;
  return [
    {
      code: 'log-changed',
      message: {
        da: `Afstemningsloggen er ændret, efter at den blev skrevet: række ${row} på arket ${place.sheetName} passer ikke med sin kontrolsum. Beslutninger fra den række og frem tæller ikke.`,
        en: `The reconciliation log was changed after it was written: row ${row} on the sheet ${place.sheetName} does not fit its checksum. Decisions from that row on do not count.`,
      },
    },
  ];
}

/** Rows at the end of a log leave no gap in its chain when they are deleted, so each import remembers its last decision. */
function shortenedLog(imports: readonly OpenImport[], log: DecisionLog): WorkbookNotice[] {
  if (log.brokenRow !== null) return [];
  const isMissing = imports.some(({ record: { state } }) => state.lastDecision !== null && log.rows[state.lastDecision.number - 1]?.hash !== state.lastDecision.hash);
  if (!isMissing) return [];
  return [
    {
      code: 'log-shortened',
      message: {
        da: 'Der er fjernet rækker fra afstemningsloggen, eller den er slettet: beslutninger, der er truffet her i projektmappen, mangler.',
        en: 'Rows were removed from the reconciliation log, or it was deleted: decisions that were made in this workbook are missing.',
      },
    },
  ];
}

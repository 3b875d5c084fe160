import { type Failure } from './failure';
import { type LocalizedText } from './reconciliation/rule';

/**
 * What a failure says to the user, in two sentences.
 * Shape: `problem` says what is wrong and what to do; `workbook` says what happened to the workbook, null where no workbook was involved.
 */
export interface FailureText {
  readonly problem: LocalizedText;
  readonly workbook: LocalizedText | null;
}

const UNCHANGED: LocalizedText = {
  da: 'Der er ikke ændret noget i projektmappen.',
  en: 'Nothing was changed in the workbook.',
};

const WORKBOOK_STATES: Readonly<Record<'unchanged' | 'restored' | 'done' | 'unknown', LocalizedText>> = {
  unchanged: UNCHANGED,
  restored: {
    da: 'Det, der var nået at blive skrevet, er fjernet igen; dine egne celler er urørte.',
    en: 'What had already been written was removed again; your own cells are untouched.',
  },
  done: {
    da: 'Det, du bad om, er udført; kun kontrollen bagefter mangler. Kør den igen.',
    en: 'What you asked for is done; only the check after it is missing. Run it again.',
  },
  unknown: {
    da: 'Det kan ikke ses, om noget nåede at blive skrevet. Se efter i projektmappen, og kør kontrollen igen.',
    en: 'It cannot be seen whether anything was written. Look at the workbook and run the check again.',
  },
};

/** Excel's own error codes that have a sentence of their own. Source: the error codes of Excel's JavaScript API. */
const HOST_PROBLEMS: ReadonlyMap<string, LocalizedText> = new Map([
  ['AccessDenied', { da: 'Excel giver ikke lov til handlingen: filen er måske skrivebeskyttet eller åbnet i beskyttet visning.', en: 'Excel does not allow the action: the file may be read-only or open in Protected View.' }],
  ['InvalidOperation', { da: 'Excel kan ikke udføre handlingen på det valgte sted.', en: 'Excel cannot do this at the chosen place.' }],
  ['InvalidOperationInCellEditMode', { da: 'En celle er ved at blive redigeret. Tryk Enter eller Esc i Excel, og prøv igen.', en: 'A cell is being edited. Press Enter or Esc in Excel and try again.' }],
  ['ItemAlreadyExists', { da: 'Der findes allerede et ark, en tabel eller et navn med samme navn.', en: 'A sheet, table or name with the same name already exists.' }],
  ['ItemNotFound', { da: 'Arket, tabellen eller cellen findes ikke længere. Den kan være slettet eller omdøbt imens.', en: 'The sheet, table or cell no longer exists. It may have been deleted or renamed meanwhile.' }],
  ['InvalidReference', { da: 'Cellehenvisningen gælder ikke længere.', en: 'The cell reference is no longer valid.' }],
  ['RequestPayloadSizeLimitExceeded', { da: 'Aftalen er for stor til at blive skrevet til Excel på én gang.', en: 'The agreement is too large to be written to Excel in one go.' }],
  ['ResponsePayloadSizeLimitExceeded', { da: 'Området er for stort til at blive læst fra Excel på én gang. Vælg et mindre område.', en: 'The range is too large to be read from Excel in one go. Select a smaller one.' }],
  ['OperationCellsExceedLimit', { da: 'Handlingen rører flere celler, end Excel tillader på én gang.', en: 'The action touches more cells than Excel allows at once.' }],
  ['GeneralException', { da: 'Excel meldte en intern fejl.', en: 'Excel reported an internal error.' }],
  ['RequestAborted', { da: 'Excel afbrød handlingen, før den var færdig.', en: 'Excel aborted the action before it was done.' }],
  ['Conflict', { da: 'En anden ændrede det samme sted samtidig. Prøv igen.', en: 'Someone else changed the same place at the same time. Try again.' }],
  ['InactiveWorkbook', { da: 'En anden projektmappe er aktiv. Klik i denne projektmappe, og prøv igen.', en: 'Another workbook is active. Click in this workbook and try again.' }],
  ['MergedRangeConflict', { da: 'Der er flettede celler i vejen. Ophæv fletningen, eller vælg et andet sted.', en: 'Merged cells are in the way. Unmerge them or choose another place.' }],
  ['NonBlankCellOffSheet', { da: 'Der er ikke plads: udfyldte celler ville blive skubbet ud over arkets kant.', en: 'There is no room: filled cells would be pushed off the sheet.' }],
  ['UndoNotSupported', { da: 'Excel kan ikke samle handlingen i ét fortryd-trin her.', en: 'Excel cannot make this one undo step here.' }],
  ['Timeout', { da: 'Excel svarede ikke i tide. Kommer svaret senere, ryddes der op efter det.', en: 'Excel did not answer in time. Should the answer come later, Reserve tidies up after it.' }],
  ['ApiNotFound', { da: 'Denne version af Excel mangler en funktion, som handlingen bruger. Opdatér Excel, eller brug Excel på nettet.', en: 'This version of Excel lacks a feature that the action uses. Update Excel or use Excel on the web.' }],
]);

/** Why a PDF cannot be copied with marks. */
const NOT_MARKED: Readonly<Record<'signed' | 'encrypted' | 'damaged', (name: string) => LocalizedText>> = {
  signed: (name) => ({ da: `${quoteDa(name)} er underskrevet digitalt; et eksemplar med markeringer ville bryde underskriften. Brug rapporten i stedet, eller en udgave uden underskrift.`, en: `${quoteEn(name)} is signed digitally; a copy with marks would break the signature. Use the report instead, or a copy without the signature.` }),
  encrypted: (name) => ({ da: `${quoteDa(name)} er beskyttet mod ændringer, så der kan ikke sættes markeringer i den. Brug rapporten i stedet, eller en udgave uden beskyttelse.`, en: `${quoteEn(name)} is protected against changes, so no marks can be put in it. Use the report instead, or a copy without protection.` }),
  damaged: (name) => ({ da: `${quoteDa(name)} kan læses, men ikke kopieres med markeringer, fordi filen er beskadiget. Brug rapporten i stedet, eller gem filen igen som PDF.`, en: `${quoteEn(name)} can be read but not copied with marks, because the file is damaged. Use the report instead, or save the file as PDF again.` }),
};

/** What a failure says to the user: the problem, and what happened to the workbook. */
export function describeFailure(failure: Failure): FailureText {
  switch (failure.code) {
    case 'cancelled':
      return { problem: { da: 'Handlingen blev annulleret.', en: 'The action was cancelled.' }, workbook: UNCHANGED };
    case 'host':
      return { problem: hostProblem(failure.hostCode), workbook: WORKBOOK_STATES[failure.workbook] };
    case 'write-not-confirmed':
      return {
        problem: {
          da: `Det, der står på arket ${quoteDa(failure.sheet)}, er ikke det, der blev skrevet.`,
          en: `What stands on the sheet ${quoteEn(failure.sheet)} is not what was written.`,
        },
        workbook: {
          da: 'Importen er ikke bekræftet. Fjern den, og prøv igen.',
          en: 'The import is not confirmed. Remove it and try again.',
        },
      };
    default:
      return { problem: problemOf(failure), workbook: UNCHANGED };
  }
}

/** The failure as one text: the problem, then what happened to the workbook. */
export function failureText(failure: Failure): LocalizedText {
  const { problem, workbook } = describeFailure(failure);
  if (workbook === null) return problem;
  return { da: `${problem.da} ${workbook.da}`, en: `${problem.en} ${workbook.en}` };
}

/** Why a file that is there cannot be opened. */
const UNREADABLE: Readonly<Record<'folder' | 'no-access' | 'other', (name: string) => LocalizedText>> = {
  folder: (name) => ({ da: `${quoteDa(name)} er en mappe og ikke en fil.`, en: `${quoteEn(name)} is a folder, not a file.` }),
  'no-access': (name) => ({ da: `Der er ikke adgang til at læse ${quoteDa(name)}.`, en: `${quoteEn(name)} may not be read: access is denied.` }),
  other: (name) => ({ da: `${quoteDa(name)} kan ikke åbnes.`, en: `${quoteEn(name)} cannot be opened.` }),
};

const IMAGE_NAME = /\.(?:png|jpe?g|gif|tiff?|bmp|webp|heic)$/i;

/** That a file holds no text: an image is named as one. */
function describeBinary(name: string): LocalizedText {
  const image = IMAGE_NAME.exec(name)?.[0].toLowerCase();
  if (image !== undefined) return { da: `Reserve kan ikke læse billeder (${image}). Vælg PDF, Word eller tekst.`, en: `Reserve cannot read images (${image}). Choose PDF, Word or text.` };
  return {
    da: `Reserve kan ikke læse ${quoteDa(name)}: filen indeholder ikke tekst. Vælg PDF, Word eller tekst.`,
    en: `Reserve cannot read ${quoteEn(name)}: the file contains no text. Choose PDF, Word or text.`,
  };
}

/** What of a file is too large, where the file itself is not. */
function describeOverfull(name: string, overfull: 'unpacked' | 'dense' | 'parts' | { readonly page: number }, limitMegabytes: number): LocalizedText {
  switch (overfull) {
    case 'unpacked':
      return {
        da: `${quoteDa(name)} er for stor: pakket ud fylder indholdet mere end de ${limitMegabytes} MB, der læses.`,
        en: `${quoteEn(name)} is too large: unpacked, its content is larger than the ${limitMegabytes} MB that are read.`,
      };
    case 'dense':
      return {
        da: `${quoteDa(name)} er pakket tættere, end et dokument kan være, som filer er, der skal overbelaste et program, og læses derfor ikke.`,
        en: `${quoteEn(name)} is packed more tightly than a document can be, as files are that are made to overload a program, and is therefore not read.`,
      };
    case 'parts':
      return {
        da: `${quoteDa(name)} består af flere dele, end et dokument har, og læses derfor ikke.`,
        en: `${quoteEn(name)} is made of more parts than a document has, and is therefore not read.`,
      };
  }
  return {
    da: `Side ${overfull.page} i ${quoteDa(name)} er for stor: den er sat sammen af flere stykker tekst eller tegning, end en side i et dokument har.`,
    en: `Page ${overfull.page} of ${quoteEn(name)} is too large: it is made of more pieces of text or drawing than a page of a document has.`,
  };
}

/** What a document has too many of, where that stands, and how many are read. */
function describeExcess({ name, excess, limit, place }: Extract<Failure, { code: 'too-complex' }>): LocalizedText {
  const [da, en] = EXCESSES[excess];
  const [placeDa, placeEn] = place === null ? ['', ''] : 'table' in place
    ? [`tabel ${place.table}, række ${place.row}, i `, `table ${place.table}, row ${place.row}, of `]
    : [`${place.page === undefined ? '' : `side ${place.page}, `}linje ${place.line} i `, `${place.page === undefined ? '' : `page ${place.page}, `}line ${place.line} of `];
  return {
    da: `${capital(placeDa)}${quoteDa(name)} har ${da}, end der læses: højst ${grouped(limit, '.')}. Del dokumentet, og vælg den del, der har tabellerne.`,
    en: `${capital(placeEn)}${quoteEn(name)} has ${en} than are read: at most ${grouped(limit, ',')}. Split the document and choose the part with the tables.`,
  };
}

const EXCESSES: Readonly<Record<Extract<Failure, { code: 'too-complex' }>['excess'], readonly [da: string, en: string]>> = {
  lines: ['flere linjer', 'more lines'],
  rows: ['flere rækker med tal', 'more rows of figures'],
  lineCharacters: ['flere tegn i én linje', 'more characters in one line'],
  columns: ['flere kolonner', 'more columns'],
  cells: ['flere tabelceller', 'more table cells'],
  nesting: ['flere lag af indhold inden i hinanden', 'more layers of content inside each other'],
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function grouped(count: number, sign: string): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, sign);
}

type PlainFailure = Exclude<Failure, { code: 'cancelled' | 'host' | 'write-not-confirmed' }>;

function problemOf(failure: PlainFailure): LocalizedText {
  switch (failure.code) {
    case 'empty-file':
      return { da: `${quoteDa(failure.name)} er tom.`, en: `${quoteEn(failure.name)} is empty.` };
    case 'binary-file':
      return describeBinary(failure.name);
    case 'unsupported-format':
      if (failure.format === 'zip (encrypted)') {
        return {
          da: `${quoteDa(failure.name)} er pakket med en adgangskode. Pak filen ud med adgangskoden, og vælg den fil, der kommer ud.`,
          en: `${quoteEn(failure.name)} is packed with a password. Unpack it with the password and choose the file that comes out.`,
        };
      }
      if (failure.format.endsWith('(encrypted)')) {
        return {
          da: `${quoteDa(failure.name)} er beskyttet med en adgangskode. Åbn dokumentet i Word, fjern adgangskoden under Filer > Oplysninger, gem en kopi, og vælg den.`,
          en: `${quoteEn(failure.name)} is protected by a password. Open the document in Word, remove the password under File > Info, save a copy and choose that.`,
        };
      }
      if (/^xls/.test(failure.format)) {
        return {
          da: `${quoteDa(failure.name)} er en projektmappe fra Excel, som ikke kan læses som dokument. Åbn den i Excel, kopiér tabellen, og vælg Indsæt tekst eller tabel.`,
          en: `${quoteEn(failure.name)} is an Excel workbook, which cannot be read as a document. Open it in Excel, copy the table and choose Paste text or a table.`,
        };
      }
      return {
        da: `${quoteDa(failure.name)} er i formatet ${failure.format}, som ikke kan læses. Brug PDF, Word (.docx), tekst, HTML eller CSV.`,
        en: `${quoteEn(failure.name)} is in the format ${failure.format}, which cannot be read. Use PDF, Word (.docx), text, HTML or CSV.`,
      };
    case 'wrong-encoding':
      return {
        da: `Tegnene i ${quoteDa(failure.name)} kan ikke læses med den valgte tegnkodning. Vælg en anden.`,
        en: `The characters of ${quoteEn(failure.name)} cannot be read in the chosen encoding. Choose another.`,
      };
    case 'no-amounts':
      return {
        da: `Der er hverken tabeller eller beløb i ${quoteDa(failure.name)}, så der er intet at importere.`,
        en: `${quoteEn(failure.name)} has neither tables nor amounts, so there is nothing to import.`,
      };
    case 'file-not-found':
      return { da: `${quoteDa(failure.name)} blev ikke fundet.`, en: `${quoteEn(failure.name)} was not found.` };
    case 'file-unreadable':
      return UNREADABLE[failure.reason](failure.name);
    case 'too-large':
      if (failure.overfull !== undefined) return describeOverfull(failure.name, failure.overfull, failure.limitMegabytes);
      return {
        da: `${quoteDa(failure.name)} er for stor: ${failure.sizeMegabytes === undefined ? '' : `den fylder ${failure.sizeMegabytes} MB, og `}grænsen er ${failure.limitPages === undefined ? `${failure.limitMegabytes} MB` : `${failure.limitPages} sider`}.`,
        en: `${quoteEn(failure.name)} is too large: ${failure.sizeMegabytes === undefined ? '' : `it is ${failure.sizeMegabytes} MB and `}the limit is ${failure.limitPages === undefined ? `${failure.limitMegabytes} MB` : `${failure.limitPages} pages`}.`,
      };
    case 'too-complex':
      return describeExcess(failure);
    case 'scanned-pdf':
      if (failure.hasRecognisedText === true) {
        return {
          da: `${quoteDa(failure.name)} er scannet: teksten på ${pagesDa(failure.pages)} er lagt usynligt over billedet af et program, der genkender tekst, og tallene kan være læst forkert. Skaf en udgave med tekst, eller læs den alligevel, og sammenlign hvert tal.`,
          en: `${quoteEn(failure.name)} is a scan: ${pagesEn(failure.pages)} an image with invisible text laid over it by a program that recognises text, and figures may be misread. Get a copy with text, or read it all the same and compare every figure.`,
        };
      }
      return {
        da: `${quoteDa(failure.name)} er scannet: ${pagesDa(failure.pages)} er ${failure.pages.length === 1 ? 'et billede' : 'billeder'} uden tekst. Skaf en udgave med tekst, eller kør OCR (tekstgenkendelse) først.`,
        en: `${quoteEn(failure.name)} is a scan: ${pagesEn(failure.pages)} ${failure.pages.length === 1 ? 'an image' : 'images'} without text. Get a copy with text, or run OCR (text recognition) first.`,
      };
    case 'damaged-file':
      return {
        da: `${quoteDa(failure.name)} er beskadiget og kan ikke læses.`,
        en: `${quoteEn(failure.name)} is damaged and cannot be read.`,
      };
    case 'password-needed':
      return failure.wasWrong
        ? { da: `Adgangskoden til ${quoteDa(failure.name)} er forkert.`, en: `The password for ${quoteEn(failure.name)} is wrong.` }
        : { da: `${quoteDa(failure.name)} er beskyttet med en adgangskode.`, en: `${quoteEn(failure.name)} is protected by a password.` };
    case 'no-legible-text':
      return {
        da: `Der er tekst i ${quoteDa(failure.name)}, men den kan ikke læses: ${pagesDa(failure.pages)} har kun tekst, der står på skrå, er skjult, eller er så lille, at ingen kan se den. Gem dokumentet som PDF igen, fra det program det er skrevet i.`,
        en: `There is text in ${quoteEn(failure.name)}, but none that can be read: ${pagesEn(failure.pages)} set at a slant, hidden, or too small for anybody to see. Save the document as PDF again, from the program it was written in.`,
      };
    case 'no-text-mapping':
      return {
        da: `Skrifttypen i ${quoteDa(failure.name)} siger ikke, hvilke tegn den viser: ${pagesDa(failure.pages)} kan ikke læses uden at gætte.`,
        en: `The font in ${quoteEn(failure.name)} does not say which characters it shows: ${pagesEn(failure.pages)} not readable without guessing.`,
      };
    case 'pdf-not-marked':
      return NOT_MARKED[failure.reason](failure.name);
    case 'timed-out':
      return {
        da: `Læsningen af ${quoteDa(failure.name)} tog for lang tid og blev stoppet.`,
        en: `Reading ${quoteEn(failure.name)} took too long and was stopped.`,
      };
    case 'reader-unavailable':
      return {
        da: 'Læseren kunne ikke starte i baggrunden, og dokumenter læses aldrig i forgrunden, hvor de kan låse Excel. Luk ruden, og åbn den igen.',
        en: 'The reader could not start in the background, and documents are never read in the foreground, where they could block Excel. Close the pane and open it again.',
      };
    case 'already-imported':
      return {
        da: `${quoteDa(failure.title)} er allerede importeret i denne projektmappe. Fjern importen først, hvis den skal indsættes igen.`,
        en: `${quoteEn(failure.title)} is already imported in this workbook. Remove the import first to insert it again.`,
      };
    case 'edition-columns': {
      const [columns, cells, formulas] = [failure.columns, failure.cells, failure.formulas].map((all) => listed(all));
      const [da, en] = [
        [cells === '' ? '' : `celler i de kolonner, der udgår (${cells})`, formulas === '' ? '' : `formler, der henter fra dem (${formulas})`],
        [cells === '' ? '' : `cells in the columns that go (${cells})`, formulas === '' ? '' : `formulas that point at them (${formulas})`],
      ].map((parts) => parts.filter((part) => part !== '').join(', '));
      return {
        da: `Den nye udgave har ikke længere ${columns ?? ''}, og her er der noget af dit i vejen: ${da ?? ''}. Flyt eller ret det, og prøv igen, eller indsæt udgaven som en særskilt aftale.`,
        en: `The new edition no longer has ${columns ?? ''}, and something of yours is in the way: ${en ?? ''}. Move or correct it and try again, or insert the edition as a separate agreement.`,
      };
    }
    case 'target-not-empty':
      return {
        da: `Der står allerede noget i ${failure.address}. Vælg en tom plads eller egne ark.`,
        en: `There is already something in ${failure.address}. Choose an empty place or sheets of its own.`,
      };
    case 'sheet-protected':
      return {
        da: `Arket ${quoteDa(failure.sheet)} er beskyttet. Ophæv beskyttelsen i Excel, eller vælg et andet ark.`,
        en: `The sheet ${quoteEn(failure.sheet)} is protected. Unprotect it in Excel or choose another sheet.`,
      };
    case 'workbook-protected':
      return {
        da: 'Projektmappens struktur er beskyttet, så der kan ikke tilføjes ark. Ophæv beskyttelsen i Excel.',
        en: 'The structure of the workbook is protected, so no sheets can be added. Unprotect it in Excel.',
      };
    case 'cell-edit-mode':
      return {
        da: 'En celle er ved at blive redigeret. Tryk Enter eller Esc i Excel, og prøv igen.',
        en: 'A cell is being edited. Press Enter or Esc in Excel and try again.',
      };
    case 'store-full':
      return {
        da: `Projektmappen rummer allerede ${failure.limit} aftaler, og flere kan ikke gemmes med den. Fjern en import, eller brug en ny projektmappe.`,
        en: `The workbook already carries ${failure.limit} agreements and can keep no more. Remove an import or use a new workbook.`,
      };
    case 'picture-without-source':
      return {
        da: 'Initiativtabellen, som billedet skal tegnes over, står ikke i projektmappen, eller den mangler de kolonner, der skal bruges. Importér aftalen på egne ark, og prøv igen.',
        en: 'The table of initiatives that the picture is drawn from is not in the workbook, or it lacks the columns that are needed. Import the agreement on sheets of its own and try again.',
      };
    case 'store-newer':
      return {
        da: `Projektmappen er gemt af en nyere version af Reserve (format ${failure.version}). Opdatér tilføjelsesprogrammet.`,
        en: `The workbook was saved by a newer version of Reserve (format ${failure.version}). Update the add-in.`,
      };
    case 'store-sheet-taken':
      return {
        da: `Projektmappen har allerede et ark med navnet "${failure.sheet}", som ikke er Reserves. Reserve skal selv bruge navnet til det, der huskes om en aftale. Giv dit ark et andet navn, og prøv igen. Projektmappen er ikke ændret.`,
        en: `The workbook already has a sheet named "${failure.sheet}" that is not Reserve's. Reserve needs the name for what it remembers of an agreement. Give your sheet another name and try again. The workbook was not changed.`,
      };
    case 'signer-needed':
      return {
        da: 'Excel oplyser ikke dit navn, og en beslutning skal have et navn i loggen. Skriv dit navn eller dine initialer.',
        en: 'Excel does not give your name, and a decision needs a name in the log. Enter your name or initials.',
      };
    case 'log-changed':
      return {
        da: `Afstemningsloggen på arket ${failure.sheet} er ændret i række ${failure.row}, efter at den blev skrevet, så der kan ikke føjes til den. Gendan rækken, eller slet loggens ark, så begynder en ny log.`,
        en: `The reconciliation log on the sheet ${failure.sheet} was changed in row ${failure.row} after it was written, so nothing can be added to it. Restore the row, or delete the log's sheet to begin a new log.`,
      };
    case 'nothing-selected':
      return { da: 'Der er ikke markeret nogen celler.', en: 'No cells are selected.' };
    case 'selection-too-large':
      return {
        da: `Det valgte område er for stort (${failure.cells} celler). Vælg et mindre område.`,
        en: `The selected range is too large (${failure.cells} cells). Select a smaller range.`,
      };
    case 'compared-elsewhere':
      return {
        da: `Tabellen i ${failure.address} sammenlignes allerede med en anden aftale. Glem den sammenligning først.`,
        en: `The table in ${failure.address} is compared with another agreement already. Forget that comparison first.`,
      };
    case 'selection-not-a-table':
      return {
        da: 'Det valgte område ligner ikke en tabel med beløb: der mangler rækker eller kolonner med tal.',
        en: 'The selected range does not look like a table of amounts: rows or columns of figures are missing.',
      };
  }
}

function hostProblem(hostCode: string): LocalizedText {
  return (
    HOST_PROBLEMS.get(hostCode) ?? {
      da: `Excel meldte en fejl, som Reserve ikke kender (${hostCode}).`,
      en: `Excel reported an error that Reserve does not know (${hostCode}).`,
    }
  );
}

function quoteDa(name: string): string {
  return `»${name}«`;
}

function quoteEn(name: string): string {
  return `“${name}”`;
}

function pagesDa(pages: readonly number[]): string {
  if (pages.length === 0) return 'hele dokumentet';
  return `side ${pageRanges(pages)}`;
}

function pagesEn(pages: readonly number[]): string {
  if (pages.length === 0) return 'the whole document is';
  return pages.length === 1 ? `page ${pageRanges(pages)} is` : `pages ${pageRanges(pages)} are`;
}

/** Pages as ranges: "1–3, 7". */
export function pageRanges(pages: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const page of [...pages].sort((a, b) => a - b)) {
    const current = ranges.at(-1);
    if (current !== undefined && page <= current.last + 1) current.last = page;
    else ranges.push({ first: page, last: page });
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

/** How many of a list are named one by one. */
const MOST_LISTED = 12;

function listed(all: readonly string[]): string {
  return `${all.slice(0, MOST_LISTED).join(', ')}${all.length > MOST_LISTED ? ` … (${all.length})` : ''}`;
}

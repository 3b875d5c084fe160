const danish = {
  kind: 'Arbejdsbænk',
  save: 'Gem',
  open: 'Åbn',
  create: 'Ny',
  saveXlsx: 'Gem som .xlsx',
  openXlsx: 'Åbn .xlsx',
  savedXlsx: 'Gemt som',
  ownFormulas: 'formler med tilføjelsesprogrammets egne funktioner er gemt med deres værdier; Excel viser #NAVN? i dem, til de indtastes igen',
  unknownFormulas: 'formler bruger funktioner, som arbejdsbænken ikke kender',
  unreadable: {
    'not-xlsx': 'Filen er ikke en .xlsx-projektmappe.',
    encrypted: 'Filen er krypteret eller i et ældre Excel-format. Gem den som .xlsx uden adgangskode.',
    'too-large': 'Filen fylder for meget til at blive åbnet her.',
    damaged: 'Filen er beskadiget og blev ikke åbnet.',
    'date-system-1904': 'Filen tæller datoer fra 1904. Slå det fra i Excel, og gem den igen.',
  } as Readonly<Record<string, string>>,
  closePane: 'Luk ruden',
  saved: 'Gemt',
  opened: 'Åbnet',
  created: 'Ny projektmappe',
  restored: 'Genskabt fra sidst',
  ready: 'Klar',
  paneStarting: 'Tilføjelsesprogrammet starter …',
  noSaved: 'Der er ikke gemt noget endnu',
  confirmNew: 'Projektmappen lukkes. Det, der ikke er gemt, går tabt.',
  resize: 'Rudens bredde',
  grid: 'Regneark',
  commands: 'Tilføjelsesprogrammets kommandoer',
  protect: 'Beskyt arket',
  unprotect: 'Ophæv beskyttelsen',
  isProtected: 'Arket er beskyttet',
  isUnprotected: 'Arket er ikke længere beskyttet',
  refused: {
    AccessDenied: 'Arket er beskyttet: cellen blev ikke ændret.',
    InvalidArgument: 'Det kan ikke skrives i cellen: formlen er ikke gyldig.',
    InvalidOperation: 'Det kan ikke lade sig gøre her.',
  } as Readonly<Record<string, string>>,
  defect: 'Fejl i arbejdsbænken',
  commandRunning: 'Kommandoen kører …',
  commandDone: 'Kommandoen er udført',
};

const english: typeof danish = {
  kind: 'Workbench',
  save: 'Save',
  open: 'Open',
  create: 'New',
  saveXlsx: 'Save as .xlsx',
  openXlsx: 'Open .xlsx',
  savedXlsx: 'Saved as',
  ownFormulas: 'formulas with functions of the add-in are kept with their values; Excel shows #NAME? in them until they are entered again',
  unknownFormulas: 'formulas use functions that the workbench does not know',
  unreadable: {
    'not-xlsx': 'The file is no .xlsx workbook.',
    encrypted: 'The file is encrypted, or in an older Excel format. Save it as .xlsx without a password.',
    'too-large': 'The file is too large to be opened here.',
    damaged: 'The file is damaged and was not opened.',
    'date-system-1904': 'The file counts dates from 1904. Turn that off in Excel, and save it again.',
  },
  closePane: 'Close the pane',
  saved: 'Saved',
  opened: 'Opened',
  created: 'New workbook',
  restored: 'Restored from last time',
  ready: 'Ready',
  paneStarting: 'The add-in is starting …',
  noSaved: 'Nothing has been saved yet',
  confirmNew: 'The workbook will be closed. What is not saved is lost.',
  resize: 'Width of the pane',
  grid: 'Spreadsheet',
  commands: "The add-in's commands",
  protect: 'Protect the sheet',
  unprotect: 'Remove the protection',
  isProtected: 'The sheet is protected',
  isUnprotected: 'The sheet is no longer protected',
  refused: {
    AccessDenied: 'The sheet is protected: the cell was not changed.',
    InvalidArgument: 'This cannot be entered: the formula is not valid.',
    InvalidOperation: 'This cannot be done here.',
  },
  defect: 'Error in the workbench',
  commandRunning: 'The command is running …',
  commandDone: 'The command is done',
};

export type Texts = typeof danish;
export type Language = 'da' | 'en';

/** The workbench's own texts; Danish unless the address says otherwise. */
export function languageOf(search: string): Language {
  return new URLSearchParams(search).get('lang') === 'en' ? 'en' : 'da';
}

export function textsFor(language: Language): Texts {
  return language === 'en' ? english : danish;
}

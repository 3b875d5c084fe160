const danish = {
  kind: 'Arbejdsbænk',
  save: 'Gem',
  open: 'Åbn',
  create: 'Ny',
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

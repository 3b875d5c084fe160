import { type LeftOutKind } from '../../spreadsheet/xlsx/read/left-out';

const danish = {
  kind: 'Arbejdsbænk',
  save: 'Gem',
  saveXlsx: 'Gem som .xlsx-fil',
  openXlsx: 'Åbn .xlsx-fil …',
  savedXlsx: 'Gemt som',
  ownFormulas: (count: number) => (count === 1
    ? '1 formel med en af tilføjelsesprogrammets egne funktioner er gemt med sin værdi; Excel viser #NAVN? i den, til den indtastes igen'
    : `${count} formler med tilføjelsesprogrammets egne funktioner er gemt med deres værdier; Excel viser #NAVN? i dem, til de indtastes igen`),
  unknownFormulas: (count: number) => (count === 1 ? '1 formel bruger en funktion, som arbejdsbænken ikke kender.' : `${count} formler bruger funktioner, som arbejdsbænken ikke kender.`),
  leftOut: {
    notTaken: 'Ikke taget med fra filen:',
    fileStays: 'Filen selv er uændret; gemmes projektmappen herfra, er de ikke med.',
    kinds: {
      charts: ['1 diagram', '# diagrammer'],
      pictures: ['1 billede', '# billeder'],
      shapes: ['1 figur', '# figurer'],
      'pivot-tables': ['1 pivottabel', '# pivottabeller'],
      slicers: ['1 udsnitsværktøj', '# udsnitsværktøjer'],
      macros: ['makroer', 'makroer'],
      'data-validations': ['1 regel for datavalidering', '# regler for datavalidering'],
      'conditional-formats': ['1 betinget format', '# betingede formater'],
      sparklines: ['1 minidiagram', '# minidiagrammer'],
      connections: ['1 dataforbindelse', '# dataforbindelser'],
      'external-links': ['1 kæde til en anden projektmappe', '# kæder til andre projektmapper'],
      'embedded-objects': ['1 integreret objekt', '# integrerede objekter'],
      controls: ['1 kontrolelement', '# kontrolelementer'],
      'chart-sheets': ['1 diagramark', '# diagramark'],
      'what-if-tables': ['1 datatabel (what-if)', '# datatabeller (what-if)'],
      groupings: ['grupperede rækker eller kolonner', 'grupperede rækker eller kolonner'],
      filters: ['filtrets valg', 'filtrenes valg'],
      replies: ['1 svar på en kommentar', '# svar på kommentarer'],
      'text-formats': ['skriftformat inde i 1 tekst', 'skriftformat inde i # tekster'],
      gradients: ['1 farveovergang', '# farveovergange'],
      'page-breaks': ['1 sideskift', '# sideskift'],
      'sheet-passwords': ['arkets adgangskode', 'arkenes adgangskoder'],
    } as Readonly<Record<LeftOutKind, readonly [one: string, several: string]>>,
  },
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
  files: {
    menu: 'Filer', untitled: 'Mappe1', sheetWord: 'Ark', create: 'Ny projektmappe', open: 'Åbn …', saveAs: 'Gem som …', print: 'Udskriv arket …', printAll: 'Udskriv alle ark …', otherLanguage: 'English',
    openTitle: 'Åbn en gemt projektmappe', none: 'Der er ingen gemte projektmapper i denne browser. Brug Gem for at gemme den, der er åben.', saveAsTitle: 'Gem projektmappen', name: 'Navn', confirm: 'Gem', cancel: 'Annuller', close: 'Luk',
    rename: 'Omdøb', renameTitle: 'Omdøb projektmappen', delete: 'Slet', deleteTitle: 'Slet projektmappen', deleteQuestion: (name: string) => `Vil du slette »${name}«? Den kan ikke hentes igen.`,
    replace: 'Erstat', replaceTitle: 'Navnet er i brug', replaceQuestion: (name: string) => `Der er allerede gemt en projektmappe, der hedder »${name}«. Vil du erstatte den?`,
    newTitle: 'Ny projektmappe', leave: 'Fortsæt uden at gemme', leaveQuestion: (name: string) => `»${name}« har ændringer, der ikke er gemt. De går tabt, hvis du fortsætter.`,
    notSaved: 'ikke gemt', full: 'Browseren har ikke plads til mere: projektmappen blev ikke gemt. Slet en gemt projektmappe, eller gem som .xlsx-fil.', nothingToPrint: 'Der er ikke noget at udskrive',
  },
  demo: {
    name: 'Demo', start: 'Demo (90 sekunder)', progress: 'Hvor langt trinnet er', stepOf: (step: number, of: number) => `${step} af ${of}`, pause: 'Pause', goOn: 'Fortsæt', next: 'Næste', stop: 'Stop',
    done: 'Det var det hele: fundet, forklaret, besluttet og dokumenteret. Prøv selv videre i projektmappen, eller gå tilbage til din egen.', keep: 'Prøv selv videre', back: 'Tilbage til min projektmappe',
    left: 'Demoen er slut, og din projektmappe er åben igen', failed: 'Demoen gik i stå',
  },
  tables: {
    menu: 'Sortér og filtrér',
    menuOf: (column: string) => `Sortér og filtrér: ${column}`,
    noTable: 'Vælg en celle i en tabel for at sortere og filtrere',
    ascending: 'Sortér stigende (A-Å, 0-9)',
    descending: 'Sortér faldende (Å-A, 9-0)',
    searchValues: 'Søg i værdierne',
    selectAll: '(Markér alle)',
    emptyCells: '(Tomme)',
    more: (count: number) => `${count} værdier til: søg for at se dem`,
    apply: 'Filtrér',
    clearFilter: 'Ryd filter',
  },
  numberFormats: {
    menu: 'Talformat', general: 'Standard', whole: 'Tal: 1.235', oneDecimal: 'Tal: 1.234,6', twoDecimals: 'Tal: 1.234,57', kroner: 'Kroner: 1.235 kr.', percent: 'Procent: 12,5 %', date: 'Dato: 31-12-2026', text: 'Tekst',
    moreDecimals: 'Flere decimaler', fewerDecimals: 'Færre decimaler',
  },
};

const english: typeof danish = {
  kind: 'Workbench',
  save: 'Save',
  saveXlsx: 'Save as .xlsx file',
  openXlsx: 'Open .xlsx file …',
  savedXlsx: 'Saved as',
  ownFormulas: (count) => (count === 1
    ? '1 formula with a function of the add-in is kept with its value; Excel shows #NAME? in it until it is entered again'
    : `${count} formulas with functions of the add-in are kept with their values; Excel shows #NAME? in them until they are entered again`),
  unknownFormulas: (count) => (count === 1 ? '1 formula uses a function that the workbench does not know.' : `${count} formulas use functions that the workbench does not know.`),
  leftOut: {
    notTaken: 'Not taken along from the file:',
    fileStays: 'The file itself is unchanged; a workbook saved from here is without them.',
    kinds: {
      charts: ['1 chart', '# charts'],
      pictures: ['1 picture', '# pictures'],
      shapes: ['1 shape', '# shapes'],
      'pivot-tables': ['1 PivotTable', '# PivotTables'],
      slicers: ['1 slicer', '# slicers'],
      macros: ['macros', 'macros'],
      'data-validations': ['1 data validation rule', '# data validation rules'],
      'conditional-formats': ['1 conditional format', '# conditional formats'],
      sparklines: ['1 sparkline', '# sparklines'],
      connections: ['1 data connection', '# data connections'],
      'external-links': ['1 link to another workbook', '# links to other workbooks'],
      'embedded-objects': ['1 embedded object', '# embedded objects'],
      controls: ['1 control', '# controls'],
      'chart-sheets': ['1 chart sheet', '# chart sheets'],
      'what-if-tables': ['1 what-if data table', '# what-if data tables'],
      groupings: ['grouped rows or columns', 'grouped rows or columns'],
      filters: ["the filter's choices", "the filters' choices"],
      replies: ['1 reply to a comment', '# replies to comments'],
      'text-formats': ['formats within 1 text', 'formats within # texts'],
      gradients: ['1 gradient fill', '# gradient fills'],
      'page-breaks': ['1 page break', '# page breaks'],
      'sheet-passwords': ["the sheet's password", "the sheets' passwords"],
    },
  },
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
  files: {
    menu: 'Files', untitled: 'Book1', sheetWord: 'Sheet', create: 'New workbook', open: 'Open …', saveAs: 'Save as …', print: 'Print the sheet …', printAll: 'Print all sheets …', otherLanguage: 'Dansk',
    openTitle: 'Open a saved workbook', none: 'No workbooks are saved in this browser. Save keeps the one that is open.', saveAsTitle: 'Save the workbook', name: 'Name', confirm: 'Save', cancel: 'Cancel', close: 'Close',
    rename: 'Rename', renameTitle: 'Rename the workbook', delete: 'Delete', deleteTitle: 'Delete the workbook', deleteQuestion: (name) => `Delete “${name}”? It cannot be brought back.`,
    replace: 'Replace', replaceTitle: 'The name is in use', replaceQuestion: (name) => `A workbook called “${name}” is saved already. Replace it?`,
    newTitle: 'New workbook', leave: 'Go on without saving', leaveQuestion: (name) => `“${name}” has changes that are not saved. They are lost if you go on.`,
    notSaved: 'not saved', full: 'The browser has no room for more: the workbook was not saved. Delete a saved workbook, or save it as an .xlsx file.', nothingToPrint: 'There is nothing to print',
  },
  demo: {
    name: 'Demo', start: 'Demo (90 seconds)', progress: 'How far the step is', stepOf: (step, of) => `${step} of ${of}`, pause: 'Pause', goOn: 'Go on', next: 'Next', stop: 'Stop',
    done: 'That is all of it: found, explained, decided and documented. Go on by yourself in this workbook, or return to your own.', keep: 'Go on by myself', back: 'Back to my workbook',
    left: 'The demo is over, and your workbook is open again', failed: 'The demo came to a halt',
  },
  tables: {
    menu: 'Sort and filter',
    menuOf: (column) => `Sort and filter: ${column}`,
    noTable: 'Select a cell in a table to sort and filter it',
    ascending: 'Sort ascending (A-Z, 0-9)',
    descending: 'Sort descending (Z-A, 9-0)',
    searchValues: 'Search the values',
    selectAll: '(Select all)',
    emptyCells: '(Empty)',
    more: (count) => `${count} more values: search to see them`,
    apply: 'Filter',
    clearFilter: 'Clear the filter',
  },
  numberFormats: {
    menu: 'Number format', general: 'General', whole: 'Number: 1.235', oneDecimal: 'Number: 1.234,6', twoDecimals: 'Number: 1.234,57', kroner: 'Kroner: 1.235 kr.', percent: 'Per cent: 12,5 %', date: 'Date: 31-12-2026', text: 'Text',
    moreDecimals: 'More decimals', fewerDecimals: 'Fewer decimals',
  },
};

export type Texts = typeof danish;
export type Language = 'da' | 'en';

/** The language of the address where it names one, else the first that the browser's person prefers of those there are. */
export function languageOf(search: string, preferred: readonly string[]): Language {
  const named = new URLSearchParams(search).get('lang');
  const isKnown = (language: string | null | undefined): language is Language => language === 'da' || language === 'en';
  if (isKnown(named)) return named;
  return preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isKnown) ?? 'en';
}

export function textsFor(language: Language): Texts {
  return language === 'en' ? english : danish;
}

import { type ILocales } from '@univerjs/core';

/** The grid's own messages of one language, as deep as the grid nests them. */
export type GridTexts = ILocales[string];

const notThatMany = 'Markeringen er for stor til det.';
const partOfMerge = 'Det kan ikke gøres med en del af en flettet celle.';

/** What the grid's menus, dialogues, tips and messages say in Danish; the grid itself has no Danish. A test holds that none is missing. */
export const danishGridTexts: GridTexts = {
  design: {
    Confirm: { cancel: 'Annuller', confirm: 'OK' },
    CascaderList: { empty: 'Ingen' },
    Calendar: { year: '', weekDays: ['søn', 'man', 'tir', 'ons', 'tor', 'fre', 'lør'], months: ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'] },
    Select: { empty: 'Ingen' },
    ColorPicker: { more: 'Flere farver', cancel: 'Annuller', confirm: 'OK' },
    GradientColorPicker: { linear: 'Lineær', radial: 'Radial', angular: 'Vinkel', diamond: 'Rude', offset: 'Forskydning', angle: 'Vinkel', flip: 'Vend', delete: 'Slet' },
  },
  ui: {
    toolbar: { heading: { normal: 'Normal', title: 'Titel', subTitle: 'Undertitel', 1: 'Overskrift 1', 2: 'Overskrift 2', 3: 'Overskrift 3', 4: 'Overskrift 4', 5: 'Overskrift 5', 6: 'Overskrift 6', tooltip: 'Vælg overskrift' } },
    ribbon: {
      start: 'Hjem', startDesc: 'Skrifttype, justering og celler.', insert: 'Indsæt', insertDesc: 'Rækker, kolonner og andet.', formulas: 'Formler', formulasDesc: 'Funktioner og navne.',
      data: 'Data', dataDesc: 'Sortering og filtre.', view: 'Vis', viewDesc: 'Visning af arket.', others: 'Andet', othersDesc: 'Andre funktioner.', more: 'Mere',
    },
    fontFamily: {
      'not-supported': 'Skrifttypen findes ikke på maskinen; en anden bruges.', arial: 'Arial', 'times-new-roman': 'Times New Roman', tahoma: 'Tahoma', verdana: 'Verdana', 'microsoft-yahei': 'Microsoft YaHei',
      simsun: 'SimSun', simhei: 'SimHei', kaiti: 'Kaiti', fangsong: 'FangSong', nsimsun: 'NSimSun', stxinwei: 'STXinwei', stxingkai: 'STXingkai', stliti: 'STLiti',
    },
    'shortcut-panel': { title: 'Genvejstaster' },
    shortcut: { undo: 'Fortryd', redo: 'Annuller Fortryd', cut: 'Klip', copy: 'Kopiér', paste: 'Sæt ind', 'shortcut-panel': 'Vis eller skjul genvejstaster' },
    'common-edit': 'Redigering',
    'toggle-shortcut-panel': 'Vis eller skjul genvejstaster',
    clipboard: { authentication: { title: 'Ingen adgang til udklipsholderen', content: 'Giv siden adgang til udklipsholderen i browseren, eller brug Ctrl+C og Ctrl+V.' } },
    textEditor: { formulaError: 'Skriv en gyldig formel, f.eks. =SUM(A1)', rangeError: 'Skriv et gyldigt område, f.eks. A1:B10' },
    rangeSelector: { title: 'Vælg et område', addAnotherRange: 'Tilføj område', buttonTooltip: 'Vælg et område', placeHolder: 'Vælg eller skriv et område', confirm: 'OK', cancel: 'Annuller' },
    'global-shortcut': 'Generelt',
    'zoom-slider': { resetTo: 'Tilbage til' },
    row: 'Række',
    column: 'Kolonne',
  },
  sheets: {
    tabs: { sheetCopy: '(kopi{0})', sheet: 'Ark' },
    info: { overlappingSelections: 'Det kan ikke gøres, når markeringerne overlapper hinanden.', acrossMergedCell: 'Markeringen går på tværs af en flettet celle.', partOfCell: 'Kun en del af en flettet celle er markeret.', hideSheet: 'Mindst ét ark skal være synligt.' },
    definedName: { nameEmpty: 'Skriv et navn.', nameDuplicate: 'Navnet findes i forvejen.', nameInvalid: 'Navnet er ikke gyldigt.', nameSheetConflict: 'Et ark hedder det samme.', formulaOrRefStringEmpty: 'Skriv en formel eller et område.', nameConflict: 'En funktion hedder det samme.', defaultName: 'Navn' },
    autoFill: { copy: 'Kopiér celler', series: 'Udfyld serie', formatOnly: 'Kun formatering', noFormat: 'Uden formatering' },
    merge: { confirm: { title: 'Kun indholdet af cellen øverst til venstre bliver bevaret. Vil du flette cellerne?', cancel: 'Annuller', confirm: 'Flet', warning: 'Bemærk', dismantleMergeCellWarning: 'Nogle flettede celler bliver delt igen. Vil du fortsætte?' } },
  },
  'sheets-ui': {
    toolbar: {
      undo: 'Fortryd', redo: 'Annuller Fortryd', formatPainter: 'Formatpensel', font: 'Skrifttype', fontSize: 'Skriftstørrelse', fontSizeIncrease: 'Større skrift', fontSizeDecrease: 'Mindre skrift',
      bold: 'Fed', italic: 'Kursiv', strikethrough: 'Gennemstreget', subscript: 'Sænket', superscript: 'Hævet', underline: 'Understreget',
      textColor: { main: 'Skriftfarve', right: 'Vælg farve' }, resetColor: 'Nulstil', fillColor: { main: 'Fyldfarve', right: 'Vælg farve' },
      border: { main: 'Kanter', right: 'Kanttype' }, mergeCell: { main: 'Flet celler', right: 'Vælg fletning' },
      horizontalAlignMode: { main: 'Vandret justering', right: 'Justering' }, verticalAlignMode: { main: 'Lodret justering', right: 'Justering' },
      textWrapMode: { main: 'Ombryd tekst', right: 'Ombrydning' }, textRotateMode: { main: 'Tekstretning', right: 'Retning' },
      more: 'Mere', toggleGridlines: 'Vis eller skjul gitterlinjer', textToNumber: 'Tekst til tal',
    },
    align: { left: 'venstre', center: 'midt', right: 'højre', top: 'top', middle: 'midt', bottom: 'bund' },
    button: { confirm: 'OK', cancel: 'Annuller', close: 'Luk', insert: 'Indsæt', prevPage: 'Forrige', nextPage: 'Næste', total: 'i alt:' },
    borderLine: {
      borderTop: 'Overkant', borderBottom: 'Underkant', borderLeft: 'Venstre kant', borderRight: 'Højre kant', borderNone: 'Ingen kanter', borderAll: 'Alle kanter', borderOutside: 'Yderkanter', borderInside: 'Indre kanter',
      borderHorizontal: 'Vandrette kanter', borderVertical: 'Lodrette kanter', borderColor: 'Kantfarve', borderSize: 'Stregtykkelse', borderType: 'Stregtype',
    },
    merge: { all: 'Flet alle', vertical: 'Flet lodret', horizontal: 'Flet vandret', cancel: 'Ophæv fletning', overlappingError: 'Områder, der overlapper, kan ikke flettes.', partiallyError: partOfMerge },
    filter: {},
    textWrap: { overflow: 'Løb ud over cellen', wrap: 'Ombryd', clip: 'Klip af' },
    textRotate: { none: 'Ingen', angleUp: 'Skråt op', angleDown: 'Skråt ned', vertical: 'Lodret', rotationUp: 'Drej op', rotationDown: 'Drej ned' },
    sheetConfig: {
      delete: 'Slet', copy: 'Kopiér', rename: 'Omdøb', changeColor: 'Fanefarve', hide: 'Skjul', unhide: 'Vis skjult ark', moveLeft: 'Flyt til venstre', moveRight: 'Flyt til højre', resetColor: 'Ingen farve', cancelText: 'Annuller', chooseText: 'Vælg farve',
      tipNameRepeat: 'Et andet ark hedder det samme. Vælg et andet navn.', noMoreSheet: 'Mindst ét ark skal være synligt. Indsæt et nyt ark, eller vis et skjult, før du sletter dette.', confirmDelete: 'Vil du slette', redoDelete: 'Kan fortrydes med Ctrl+Z', noHide: 'Mindst ét ark skal være synligt.', chartEditNoOpt: 'Det kan ikke gøres, mens et diagram redigeres.',
      sheetNameErrorTitle: 'Navnet kan ikke bruges', sheetNameSpecCharError: "Navnet må højst være på 31 tegn, må ikke begynde eller slutte med ' og må ikke indeholde [ ] : \\ ? * /", sheetNameCannotIsEmptyError: 'Arket skal have et navn.', sheetNameAlreadyExistsError: 'Et andet ark hedder det samme. Skriv et andet navn.',
      deleteSheet: 'Slet ark', deleteSheetContent: 'Vil du slette arket?', deleteLargeSheetContent: 'Arket kan ikke hentes igen, når det er slettet. Vil du slette det?',
      addProtectSheet: 'Beskyt ark', removeProtectSheet: 'Ophæv beskyttelse', changeSheetPermission: 'Skift rettigheder', viewAllProtectArea: 'Vis beskyttede områder',
    },
    rightClick: {
      copy: 'Kopiér', cut: 'Klip', paste: 'Sæt ind', copySpecial: 'Kopiér speciel', pasteSpecial: 'Indsæt speciel', pasteValue: 'Kun værdier', pasteFormat: 'Kun formatering', pasteColWidth: 'Kun kolonnebredde', pasteBesidesBorder: 'Alt undtagen kanter',
      insert: 'Indsæt', insertRow: 'Indsæt række', insertRowBefore: 'Indsæt række over', insertRowsAfter: 'Indsæt', insertRowsAbove: 'Indsæt', insertRowsAfterSuffix: 'rækker under', insertRowsAboveSuffix: 'rækker over',
      insertColumn: 'Indsæt kolonne', insertColumnBefore: 'Indsæt kolonne før', insertColsLeft: 'Indsæt', insertColsRight: 'Indsæt', insertColsLeftSuffix: 'kolonner til venstre', insertColsRightSuffix: 'kolonner til højre',
      delete: 'Slet', deleteCell: 'Slet celle', insertCell: 'Indsæt celle', deleteSelected: 'Slet markerede ', hide: 'Skjul', hideSelected: 'Skjul markerede ', showHide: 'Vis skjulte', toTopAdd: 'Tilføj øverst', toBottomAdd: 'Tilføj nederst', toLeftAdd: 'Tilføj til venstre', toRightAdd: 'Tilføj til højre',
      deleteSelectedRow: 'Slet markerede rækker', deleteSelectedColumn: 'Slet markerede kolonner', hideSelectedRow: 'Skjul markerede rækker', showHideRow: 'Vis skjulte rækker', rowHeight: 'Rækkehøjde', hideSelectedColumn: 'Skjul markerede kolonner', showHideColumn: 'Vis skjulte kolonner', columnWidth: 'Kolonnebredde',
      moveLeft: 'Flyt til venstre', moveUp: 'Flyt op', moveRight: 'Flyt til højre', moveDown: 'Flyt ned', add: 'Tilføj', row: 'Række', column: 'Kolonne', confirm: 'OK', clearSelection: 'Ryd', clearContent: 'Ryd indhold', clearFormat: 'Ryd formatering', clearAll: 'Ryd alt', root: 'Rod', log: 'Logaritme',
      delete0: 'Fjern nuller i begge ender', removeDuplicate: 'Fjern dubletter', byRow: 'Række for række', byCol: 'Kolonne for kolonne', generateNewMatrix: 'Lav ny matrix', fitContent: 'Tilpas til indholdet',
      freeze: 'Frys ruder', freezeCell: 'Frys til den aktive celle (række {0}, kolonne {1})', freezeCol: 'Frys til og med kolonne {0}', freezeRow: 'Frys til og med række {0}', freezeFirstCol: 'Frys første kolonne', freezeFirstRow: 'Frys første række', cancelFreeze: 'Ophæv frysning',
      deleteAllRowsAlert: 'Alle rækker i arket kan ikke slettes.', deleteAllColumnsAlert: 'Alle kolonner i arket kan ikke slettes.', hideAllRowsAlert: 'Alle rækker i arket kan ikke skjules.', hideAllColumnsAlert: 'Alle kolonner i arket kan ikke skjules.',
      protectRange: 'Beskyt rækker og kolonner', editProtectRange: 'Vælg beskyttet område', removeProtectRange: 'Ophæv beskyttelse', turnOnProtectRange: 'Tilføj beskyttelse', viewAllProtectArea: 'Vis beskyttede områder', textToNumber: 'Tekst til tal',
    },
    info: {
      notChangeMerge: partOfMerge, detailUpdate: 'Nyligt åbnet', detailSave: 'Genskabt fra maskinen', row: '', column: '', loading: 'Henter …', copy: 'Kopiér', return: 'Afslut', rename: 'Omdøb', tips: 'Omdøb', noName: 'Projektmappe uden navn', wait: 'venter', add: 'Tilføj', addLast: 'rækker nederst', backTop: 'Til toppen', nextPage: 'Næste',
      tipInputNumber: 'Skriv et tal.', tipInputNumberLimit: 'Skriv et tal fra 1 til 100.', tipRowHeightLimit: 'Rækkehøjden skal være mellem 0 og 545.', tipColumnWidthLimit: 'Kolonnebredden skal være mellem 0 og 2038.', problem: 'Det kunne ikke gøres',
    },
    clipboard: { paste: { exceedMaxCells: notThatMany, overlappingMergedCells: 'Området, der sættes ind i, overlapper flettede celler.' }, shortCutNotify: { title: 'Brug Ctrl+V', useShortCutInstead: 'Indholdet kommer fra Excel. Sæt det ind med Ctrl+V.' } },
    statusbar: { sum: 'Sum', average: 'Middel', min: 'Min.', max: 'Maks.', count: 'Antal tal', countA: 'Antal', clickToCopy: 'Klik for at kopiere', copied: 'Kopieret' },
    shortcut: {
      'sheet-view': 'Visning',
      'sheet-edit': 'Redigering af ark',
      sheet: {
        'zoom-in': 'Zoom ind', 'zoom-out': 'Zoom ud', 'reset-zoom': 'Zoom 100 %', 'select-below-cell': 'Cellen under', 'select-up-cell': 'Cellen over', 'select-left-cell': 'Cellen til venstre', 'select-right-cell': 'Cellen til højre', 'select-next-cell': 'Næste celle', 'select-previous-cell': 'Forrige celle',
        'select-up-value-cell': 'Næste udfyldte celle opad', 'select-below-value-cell': 'Næste udfyldte celle nedad', 'select-left-value-cell': 'Næste udfyldte celle til venstre', 'select-right-value-cell': 'Næste udfyldte celle til højre',
        'expand-selection-down': 'Udvid markeringen nedad', 'expand-selection-up': 'Udvid markeringen opad', 'expand-selection-left': 'Udvid markeringen til venstre', 'expand-selection-right': 'Udvid markeringen til højre',
        'expand-selection-to-left-gap': 'Udvid til sidste udfyldte celle til venstre', 'expand-selection-to-below-gap': 'Udvid til sidste udfyldte celle nedad', 'expand-selection-to-right-gap': 'Udvid til sidste udfyldte celle til højre', 'expand-selection-to-up-gap': 'Udvid til sidste udfyldte celle opad',
        'select-all': 'Markér alt', 'toggle-editing': 'Redigér cellen', 'delete-and-start-editing': 'Ryd og redigér', 'abort-editing': 'Fortryd redigeringen', 'break-line': 'Ny linje i cellen', 'set-bold': 'Fed', 'start-editing': 'Redigér cellen', 'repeat-last-action': 'Gentag', 'set-italic': 'Kursiv', 'set-underline': 'Understreget', 'set-strike-through': 'Gennemstreget',
      },
    },
    definedName: {
      managerTitle: 'Navne', managerDescription: 'Markér celler, og skriv det navn, de skal have, i navneboksen.', addButton: 'Nyt navn', featureTitle: 'Navne', ratioRange: 'Område', ratioFormula: 'Formel', confirm: 'OK', cancel: 'Annuller', scopeWorkbook: 'Projektmappe',
      inputNamePlaceholder: 'Navn uden mellemrum', inputCommentPlaceholder: 'Kommentar', inputRangePlaceholder: 'Område uden mellemrum', inputFormulaPlaceholder: 'Formel uden mellemrum', formulaOrRefStringInvalid: 'Formlen eller området er ikke gyldigt.', defaultName: 'Navn', updateButton: 'Opdatér', deleteButton: 'Slet', deleteConfirmText: 'Vil du slette navnet?',
    },
    uploadLoading: { loading: 'Henter …, mangler' },
    'data-validation': { alert: { ok: 'OK' }, list: { edit: 'Redigér', dropdown: 'Vælg' }, listMultiple: { dropdown: 'Vælg' } },
  },
  'sheets-formula-ui': {
    shortcut: { 'quick-sum': 'Autosum' },
    insert: { tooltip: 'Funktioner', common: 'Ofte brugte' },
    prompt: { helpExample: 'EKSEMPEL', helpAbstract: 'OM', required: 'Skal udfyldes.', optional: 'Kan udelades.' },
    error: { title: 'Fejl', divByZero: 'Division med nul', name: 'Ukendt navn', value: 'Forkert værdi', num: 'Fejl i tal', na: 'Værdien findes ikke', cycle: 'Formlen henviser til sig selv', ref: 'Ugyldig henvisning', spill: 'Der står noget i vejen for resultatet', calc: 'Beregningsfejl', error: 'Fejl', connect: 'Henter', null: 'Områderne har intet fælles' },
    functionType: {
      financial: 'Finans', date: 'Dato og klokkeslæt', math: 'Matematik', statistical: 'Statistik', lookup: 'Opslag og reference', database: 'Database', text: 'Tekst', logical: 'Logik', information: 'Information', engineering: 'Teknik', cube: 'Kube', compatibility: 'Kompatibilitet', web: 'Web', array: 'Matrix', univer: 'Univer', user: 'Reserve', definedname: 'Navne',
    },
    moreFunctions: { confirm: 'OK', prev: 'Forrige', next: 'Næste', searchFunctionPlaceholder: 'Søg efter en funktion', allFunctions: 'Alle funktioner', syntax: 'SÅDAN SKRIVES DEN' },
    operation: { copyFormulaOnly: 'Kopiér kun formlen', pasteFormula: 'Kun formler' },
    rangeSelector: { title: 'Vælg et område', addAnotherRange: 'Tilføj område', buttonTooltip: 'Vælg et område', placeHolder: 'Vælg eller skriv et område', confirm: 'OK', cancel: 'Annuller' },
  },
  'find-replace': {
    toolbar: 'Søg og erstat',
    shortcut: { 'open-find-dialog': 'Søg', 'open-replace-dialog': 'Erstat', 'close-dialog': 'Luk Søg og erstat', 'go-to-next-match': 'Næste', 'go-to-previous-match': 'Forrige', 'focus-selection': 'Til det fundne', panel: 'Søg og erstat' },
    dialog: {
      title: 'Søg', find: 'Søg', replace: 'Erstat', 'replace-all': 'Erstat alle', 'case-sensitive': 'Forskel på store og små bogstaver', 'find-placeholder': 'Søg i arket', 'advanced-finding': 'Søg og erstat …', 'replace-placeholder': 'Erstat med', 'match-the-whole-cell': 'Hele cellens indhold',
      'find-direction': { title: 'Retning', row: 'Række for række', column: 'Kolonne for kolonne' }, 'find-scope': { title: 'Søg i', 'current-sheet': 'Dette ark', workbook: 'Hele projektmappen' }, 'find-by': { title: 'Søg efter', value: 'Det, cellerne viser', formula: 'Formler' }, 'no-match': 'Der blev ikke fundet mere.', 'no-result': 'Intet fundet',
    },
    replace: { 'all-success': '{0} steder er erstattet', 'all-failure': 'Der blev ikke erstattet noget', confirm: { title: 'Vil du erstatte alle steder?' } },
    button: { confirm: 'OK', cancel: 'Annuller' },
  },
};

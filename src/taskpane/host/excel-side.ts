import { chooseStartup } from '../../commands/choose-startup';
import { type Agreement } from '../../core/budget/agreement';
import { type Language } from '../../core/money/danish-number';
import { ExcelWorkbook } from '../../excel/excel-workbook';
import { associateFunctions } from '../../functions/associate';
import { setShownTables } from '../../functions/asked-cells';
import { agreementsArrived, awaitAgreements, setAgreements, setFunctionLanguage } from '../../functions/memory';
import { ADDIN_VERSION } from '../../core/import-store/addin-version';
import { type CatalogueTrouble } from '../state/pane-state';
import { catalogueTrouble, loadCatalogue } from './load-catalogue';
import { createFunctionMemory } from './function-memory';
import { firstReading } from './first-reading';
import { type PaneStore } from '../state/pane-store';

/** What the pane's Excel side works for. */
export interface ExcelSide {
  readonly store: PaneStore;
  readonly language: Language;
  /** Whether this Excel can be written to and read. */
  readonly canWrite: boolean;
}

/** Connects the pane with the open workbook: the workbook itself, the functions and what they answer from, and the catalogues. Called once. */
export function connectExcel({ store, language, canWrite }: ExcelSide): ExcelWorkbook {
  setFunctionLanguage(language);
  /** The catalogue that the last check compared the workbook with; null before the first. */
  let comparedWith: readonly Agreement[] | null = null;
  const memory = createFunctionMemory({ remember: setAgreements, show: setShownTables, recalculate: () => void port.recalculate(), arrived: agreementsArrived });
  const port = new ExcelWorkbook({
    language,
    addinVersion: ADDIN_VERSION,
    otherAgreements: () => (comparedWith = store.getState().catalogue),
    signer: () => store.getState().signer,
    onHeld: (isHeld) => store.dispatch({ type: 'activity-held', isHeld }),
    onAgreementsChanged: (agreements) => {
      memory.setWorkbook(agreements);
      chooseStartup(agreements.length > 0);
    },
    onTablesRead: (imports) => memory.setTables(imports),
  });
  awaitAgreements();
  associateFunctions();
  if (canWrite) void firstReading(store).then(memory.endFirstReading);
  else memory.endFirstReading();
  setTimeout(memory.stopWaiting, LONGEST_WAIT_MS);
  void port.listSeparator().then((told) => {
    if (told.ok && told.value !== null) store.dispatch({ type: 'list-separator-told', listSeparator: told.value });
  });
  void loadCatalogues().then(({ catalogue, trouble }) => {
    store.dispatch({ type: 'catalogue-loaded', catalogue, trouble });
    memory.setCatalogue(catalogue);
    const isComparedWithout = comparedWith !== null && comparedWith.length < catalogue.length;
    if (canWrite && isComparedWithout) void port.checkWorkbook();
  });
  return port;
}

/** How long the functions wait for the workbook's agreements and the catalogues, whatever keeps them. */
const LONGEST_WAIT_MS = 15_000;

/** The built-in agreements and, where the organisation hosts them, its own. */
const CATALOGUE_FOLDERS = ['assets/catalogue/', 'catalogue/'];

async function loadCatalogues(): Promise<{ readonly catalogue: readonly Agreement[]; readonly trouble: CatalogueTrouble | null }> {
  const loaded = await Promise.all(CATALOGUE_FOLDERS.map((folder) => loadCatalogue(folder)));
  return { catalogue: loaded.flatMap(({ agreements }) => agreements), trouble: catalogueTrouble(loaded) };
}

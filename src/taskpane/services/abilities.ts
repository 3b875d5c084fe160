import { type WorkbookPort } from '../../excel/workbook-port';
import { type MissingRequirements } from '../host/host-requirements';

/** What this Excel and this workbook let the pane offer. */
export interface Abilities {
  readonly writeWorkbook: boolean;
  readonly acceptFindings: boolean;
  readonly acceptTogether: boolean;
  readonly commentFindings: boolean;
  readonly withdrawAcceptances: boolean;
  readonly tickFigures: boolean;
  readonly showFlags: boolean;
  readonly selectFigures: boolean;
  readonly checkSelections: boolean;
  readonly insertWorkingPapers: boolean;
  readonly insertPictures: boolean;
  readonly insertTieOuts: boolean;
  readonly insertFormulas: boolean;
  readonly takeOver: boolean;
  readonly rememberComparisons: boolean;
  readonly insertChanges: boolean;
}

/** What can be offered over a workbook, in a host that lacks something or nothing. */
export function abilitiesOf(port: WorkbookPort, missing: MissingRequirements): Abilities {
  const writeWorkbook = missing.writing.length === 0;
  return {
    writeWorkbook,
    acceptFindings: port.acceptFinding !== undefined,
    acceptTogether: port.acceptFindings !== undefined,
    commentFindings: port.commentFinding !== undefined,
    withdrawAcceptances: port.withdrawAcceptance !== undefined,
    tickFigures: port.tickFigures !== undefined,
    showFlags: port.showFlags !== undefined,
    selectFigures: port.selectFigure !== undefined,
    checkSelections: port.checkSelection !== undefined,
    insertWorkingPapers: port.insertWorkingPaper !== undefined,
    insertPictures: port.insertPicture !== undefined && writeWorkbook,
    insertTieOuts: port.insertBlock !== undefined && writeWorkbook,
    insertFormulas: port.insertFormula !== undefined && writeWorkbook,
    rememberComparisons: port.rememberComparison !== undefined && port.forgetComparison !== undefined && writeWorkbook,
    takeOver: port.takeOver !== undefined && writeWorkbook,
    insertChanges: port.insertChanges !== undefined && writeWorkbook,
  };
}

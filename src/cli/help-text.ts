import { type Language } from '../core/money/danish-number';

const HELP: Readonly<Record<Language, string>> = {
  da: `reserve: læs og afstem budgetaftaler

  reserve read  FIL [--json]            vis, hvad der står i aftalen
  reserve check FIL [--json]            afstem alle tal i dokumentet
  reserve check FIL FIL...              afstem dem hver for sig og med hinanden
  reserve read|check FIL... --ndjson    det samme, én linje JSON pr. fil
  reserve compare GAMMEL NY [--json]    vis, hvad der er ændret fra en udgave til den næste
  reserve workbook FIL... --out UD.xlsx tilføjelsesprogrammets ark som projektmappe
  reserve catalogue FIL... --out MAPPE  et fælles katalog til en statisk vært
  reserve export FIL... --out MAPPE     et arkiv af Parquet-filer til forespørgsler

FIL er tekst, PDF eller Word; - er tekst på standardinput.
  --lang da|en       sprog
  --encoding NAVN    tegnkodning af en tekstfil
  --password ORD     adgangskode til en PDF
  --titles FIL       JSON med titler til dokumenter uden titel (catalogue)
  --marked UD.pdf    dokumentet med en markering ved hvert tal (check, én fil)
  --report UD.html   rapport over afstemningen (check, én fil)
  --note UD.docx     rettelsesnotat til dem, der skriver aftalen (check, én fil)
  --alone            afstem hver fil, som om den var den eneste (check)
  --jobs ANTAL       filer på én gang; ellers så mange, som maskinen har kerner
  --time-limit SEK   processortid pr. fil; ellers 30 sekunder, eller 8 uden fremskridt

Slutkode: 0 færdig, 1 noget afviger (check) eller er ændret (compare), 2 en fil kunne ikke læses eller skrives
(med --ndjson: ingen af dem; linjerne siger hvilke).`,
  en: `reserve: read and reconcile budget agreements

  reserve read  FILE [--json]           show what the agreement says
  reserve check FILE [--json]           reconcile every figure in the document
  reserve check FILE FILE...            reconcile each, and all with each other
  reserve read|check FILE... --ndjson   the same, one line of JSON per file
  reserve compare OLD NEW [--json]      show what changed from one edition to the next
  reserve workbook FILE... --out OUT.xlsx the add-in's sheets as a workbook
  reserve catalogue FILE... --out FOLDER  a shared catalogue for a static host
  reserve export FILE... --out FOLDER     an archive of Parquet files to be queried

FILE is text, PDF or Word; - is text on standard input.
  --lang da|en       language
  --encoding NAME    encoding of a text file
  --password WORD    password of a PDF
  --titles FILE      JSON of titles for documents without a title (catalogue)
  --marked OUT.pdf   the document with a mark at every figure (check, one file)
  --report OUT.html  report of the reconciliation (check, one file)
  --note OUT.docx    correction note for those who draft the agreement (check, one file)
  --alone            reconcile each file as if it were the only one (check)
  --jobs COUNT       files at a time; as many as the machine has cores without
  --time-limit SEC   processor time of one file; 30 seconds, or 8 without progress, without

Exit code: 0 done, 1 something differs (check) or changed (compare), 2 a file could not be
read or written (with --ndjson: none of them could; the lines say which).`,
};

/** How the command line is used. */
export function helpText(language: Language): string {
  return HELP[language];
}

/** The words of tables: their columns, rows and cells, what announces them and what stands under them. */

/** Words that name the total column or a total row when they stand alone. */
export const TOTAL_WORDS: ReadonlySet<string> = new Set(['i alt', 'ialt', 'total', 'totalt', 'samlet', 'sum', 'hovedtotal', 'in total', 'grand total']);

/** The word for a total among the words of a header. */
export const TOTAL_IN_HEADER = /(?<![a-zæøå])(?:i\s?alt|total|samlet|sum)(?![a-zæøå])/i;

/** A label that ends as a total: "Sundhedsministeriet i alt", "Forslag i alt". The first group is what is totalled. */
export const LABEL_ENDS_AS_TOTAL = /^(.{1,200}?),?\s+(?:i\s+alt|ialt|total|totalt|samlet)\s*$/i;

/** A label that starts as a total: "I alt Sundhedsministeriet", "Sum, drift", "Total for health". */
export const LABEL_STARTS_AS_TOTAL = /^(?:(?:i\s+alt|ialt|sum|subtotal|delsum|mellemsum)(?:\s+for)?[\s,:]+|(?:samlet|total|totalt)(?:\s+for\s+|\s*[,:]\s*))(.{1,200})$/i;

/** Labels of subtotals that name no group. */
export const SUBTOTAL_WORDS: ReadonlySet<string> = new Set(['subtotal', 'delsum', 'mellemsum', 'delresultat']);

/** Nouns that say no more than "total" before "i alt". */
export const GENERIC_TOTAL_SUBJECTS: ReadonlySet<string> = new Set(['forslag', 'forslaget', 'initiativ', 'initiativet', 'initiativer', 'udgifter', 'udgift', 'bevilling', 'bevillinger', 'aftalen', 'aftale', 'merudgifter', 'samlet', 'expenditure']);

/** Labels that may name what rows of both signs come to: a total where the figures bear it out. */
export const NET_LABEL = /^(?:netto(?:udgift(?:er)?|beløb|bevilling|ramme|virkning)?|net(?:\s+(?:total|expenditure))?)\s*$/i;

/** Labels of rows that are parts of the row above and never added in. */
export const OF_WHICH = /^(?:[-–—−•·]\s*){0,3}(?:heraf|hvoraf|herunder|deraf|of which|including)\b[\s:]*/i;
/** Labels of rows that carry a running sum over a page break, and so are no rows of their own. */
export const CARRIED_FORWARD = /^(?:at\s+)?(?:transport(?:eres|eret)?|overfør(?:t|es|sel)|videreført|ført|carried|brought)\s+(?:frem\s+)?(?:(?:fra|til|over|from|to)\s+)?(?:(?:(?:forrige|foregående|næste|følgende|the\s)\s*)?(?:(?:previous|next)\s*)?(?:side|page)|forward)(?:\s+\d+)?\s*:?$/i;
/** The same without a word for the page: such rows carry a sum where one repeats the other's figures over the break. */
export const CARRIED_ALONE = /^(?:at\s+)?(?:transport(?:eres|eret)?|overfør(?:t|es|e))\s*:?$/i;
/** A label behind a dash or a bullet: a part of the row above. */
export const DASHED_LABEL = /^[-–−—•·]\s*\p{L}/u;
/** The header of the money of every year after the last. */
export const PERMANENT_COLUMN = /^(?:varigt?|permanent)\*{0,3}$/i;

/** How a line can start that heads columns and nothing else: with a year or a period, the basis of a year, a total, the words of a year that is only referred to. */
export const COLUMN_START = /^\s*(?:[\d('’‘]|(?:R|F|BO?|F?FL|FFO)[-’'‘]?\d|(?:i|in|ialt|totalt?|samlet|sum|hovedtotal|grand)[\s*:.]|(?:\S{1,20}\s+){1,3}(?:19|20)\d\d)/i;
/** Headers of a column that numbers the rows. */
export const NUMBER_COLUMN = /^(?:nr|no|#|løbenr|lbnr)\.?$/i;

/** Headers of columns whose figures are shares, or count things, and so are no money. */
export const PERCENT_HEADER = /%|\bpct\b|procent(?![a-zæøå]*point)|\bper\s?cent|\bandel\b|\bshare\b|\bindeks\b|\bindex\b/i;
export const NON_MONEY_HEADER = /^(?:[a-zæøå]*antal|(?:elev|børne|befolknings|folke|indbygger|point|medlems|deltager|besøgs)tal|[a-zæøå]*årsværk|stk|personer|helårspersoner|borgere|sager|deltagere|medlemmer|ansatte|medarbejdere|(?:fuldtids)?stillinger|elever|klasser|indbyggere|besøgende|timer|points?|score|karakter|placering|number\s+of|fte|employees|participants|pupils|inhabitants|hours|(?:[a-zæøå]*dato|date|årstal|alder|age|id|(?:(?:j|journal|sags|løbe|lbe?|lb|cvr|konto|post|ean|p|ref)\.?[-\s]?)(?:nr|nummer|no|id))\.?|(?:slut|start|første|sidste|afslutnings|ibrugtagnings|udløbs|idriftsættelses)\s?-?år)(?![a-zæøå])|(?<![a-zæøå])årsværk(?![a-zæøå])/i;
/** Headers of columns of words. */
export const TEXT_HEADER = /^(?:ministeri(?:um|er)|ressort[a-zæøå]*|bemærkning(?:er)?|kommentar(?:er)?|noter?|ansvarlig|status|forvaltning|udvalg|kilde|modtager|region|kommune|ministry|remarks?|comments?)$/i;
/** Headers of columns that hold nothing but words. */
export const WORD_COLUMN = /^(?:ministeri(?:um|er)|ressort[a-zæøå]*|bemærkning(?:er)?|kommentar(?:er)?|ansvarlig|status|forvaltning|udvalg|modtager|region|kommune|ministry|remarks?|comments?)$/i;
/** Words and compounds that head the columns and rows of budget tables. */
export const TABLE_WORD_FORM = /^[a-zæøå]{0,20}?(?:udgift|indtægt|bevilling|besparelse|bemærkning|anbefaling|indstilling|forvaltning|afvigelse|investering|omprioritering|finansiering|effektivisering|forelæggelse|overførsel|udmøntning|regulering|ministerium|budget|regnskab|forbrug|beløb|ramme|tilskud|initiativ|lønning|expenditure|appropriation|remark|comment|ministry|initiative|allocation|description)(?:e?r|erne|en|et|s)?$/i;
/** What a cell says where its figure is not known yet, a word or a few. */
export const STATUS_CELL = /^(?:afventer(?:\s+(?:forhandling(?:er)?|afklaring|svar|beslutning|udmøntning|analyse))?|uafklaret|uoplyst|ukendt|mangler|forhandles|senere|varigt?|(?:endnu\s+)?(?:ikke|uden)\s+(?:afklaret|kendt|oplyst|fastlagt|opgjort|beregnet|besluttet|aftalt|fordelt|fastsat|udmøntet|muligt|relevant)|(?:udmøntes|fastlægges|fastsættes|afklares|aftales|opgøres|besluttes|fordeles|prioriteres|forhandles|følger)(?:\s+(?:senere|særskilt|løbende|i\s+(?:19|20)\d\d|ved\s+budgetlægningen))?|n\/a|i\/a|tb[da]|pending|to\s+be\s+(?:decided|determined|allocated)|not\s+(?:known|decided|available)|\?)$/i;
/** The most words that such a cell takes. */
export const MOST_STATUS_WORDS = 3;

/** Headers of prices and rates: money, but none that is granted. */
export const RATE_HEADER = /(?<![a-zæøå])(?:pr\.?|per)\s+(?!år|ultimo|primo|kvartal|måned|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|den|year)[a-zæøå]|takst|(?:enheds|stk|styk|time)pris|(?<![a-zæøå])sats(?:er)?(?![a-zæøå])/i;
/** Headers that name how far the same money has come, and no part of it: they are never added to each other. */
export const STAGE_OF_MONEY = /ansøgt|søgt|bevil|indstillet|budget|regnskab|forbrug|forventet|korrigeret|realiseret|vedtaget|disponeret|actual|grant|applied/i;
/** Headers that say that their figures are money, without the unit. */
export const MONEY_HEADER = /bevil|budget|regnskab|forbrug|udgift|indtægt|beløb|tilskud|ansøgt|søgt|afsat|ramme|pulje|støtte|finansier|afvigelse|difference|forskel|netto|brutto|løn|drift|anlæg|omkostning|refusion|betaling|indstillet|overskud|underskud|saldo|restbeløb|resultat|overført|besparelse|varigt?|permanent|grant|amount|cost|expen|income|revenue|actual|variance|balance|total|i\s?alt/i;

/** Headers of columns that are worked out of two others: "Afvigelse", "Mer-/mindreforbrug", "Netto". */
export const DIFFERENCE_HEADER = /(?<![a-zæøå])(?:afvigelse|difference|forskel|ændring|mer-?forbrug|mindre-?forbrug|mer-\s?\/\s?mindre[a-zæøå]*|rest(?:beløb|bevilling|budget)?|saldo|netto(?:udgift(?:er)?|beløb|resultat|virkning|bevilling)?|resultat|balance|over-?\s?\/\s?underskud|overskud|underskud|variance|deviation|change|net|surplus|deficit)(?![a-zæøå])/i;
/** Headers of a column that states the unit of each row. */
export const UNIT_COLUMN = /^(?:enhed|måleenhed|møntenhed|valuta|unit|currency)$/i;
/** In such a column: figures that are no money. */
export const NO_MONEY_UNIT = /^(?:pct\.?|procent|%|antal|stk\.?|personer|elever|børn|årsværk|timer|indeks|fte|number|hours|share)/i;
/** The unit at the end of a label: "Delloft på FL (mia. kr.)", "Tilskud, mio. kr.", "Tilskud i 1.000 kr.". */
export const LABEL_UNIT = /(?:\(\s*(?:i\s+)?|,\s*(?:i\s+)?|\s[-–]\s|\si\s+)((?:(?:mia|mrd|mio|mill|t|tusind|hele|1[.,\s]?000)\.?\s*)?(?:kr(?![a-zæøå\d])\.?|kroner|dkk))(?:\s*(?:,\s*)?(?:19|20)?\d\d\s?-\s?(?:pl|priser))?\s*\)?\*{0,3}$/i;
/** A label whose figures count or compare things. */
export const COUNT_IN_LABEL = /[(,]\s*(?:i\s+)?(?:antal|pct\.?|procent|%|årsværk|stk\.?|indeks|number|fte)[^()]{0,30}\)?\*{0,3}$/i;
/** A row that states a unit and nothing else. */
export const UNIT_ROW = /^\(?(?:(?:alle\s+)?(?:beløb(?:ene)?|tal(?:lene)?)\s+)?(?:i\s+)?(?:(?:mia|mrd|mio|mill|t|tusind|hele|1[.,\s]?000)\.?\s*)?(?:kr(?![a-zæøå\d])\.?|kroner|dkk)(?:\s*(?:[,(]\s*)?(?:i\s+)?(?:(?:19|20)?\d\d\s?-?\s?(?:pl|p\/l|priser|prisniveau|niveau)|pl\s?-?\s?(?:19|20)?\d\d|løbende\s+priser))?\.?\)?$/i;

/** What heads a table of counts, when no unit of money stands beside it: "Antal årsværk". */
export const COUNT_TABLE = /^(?:antal|årsværk|helårspersoner|number\s+of|headcount|fte)(?![a-zæøå])|(?<![a-zæøå])årsværk(?![a-zæøå])/i;

/** Basis words that a year header may carry: accounts, forecast, budget and estimate years. */
export const YEAR_BASIS = /^(?:R|F|B|BO[1-9]?|FL|FFL|FFO|regnskab|budget|overslag|forslag|accounts|estimate)$/i;

/** The parts of a year before it in a header: "1. kvartal", "2. halvår", "Q1". */
export const PART_OF_YEAR = /^(?:[1-4]\.\s?)?(?:kvartal|kvt\.?|halvår|tertial|quarter|half)$|^[QHK][1-4]$/i;
export const ORDINAL_OF_PART = /^[1-4]\.$|^(?:1st|2nd|3rd|4th|first|second|third|fourth)$/i;

/** An estimate year by its place behind the budget year, as the finance act prints it: "BO1". */
export const ESTIMATE_YEAR = /^(?:BO|overslagsår\s?)([1-9])$/i;
/** A year of two digits in a header, behind its basis or an apostrophe: "R23", "B24", "BO25", "'26". */
export const TWO_DIGIT_YEAR = /^(?:(R|F|BO|B|FL|FFL)[-’'‘]?|[’'‘])(\d\d)\*{0,3}$/i;
/** A year that a header only refers to: "Overført fra 2025", "Ovf. til 2027", "Ændring ift. 2025", "Varigt fra 2030". */
export const REFERRED_YEAR = /(?<![a-zæøå])(?:fra|ift\.?|i\s+forhold\s+til|siden|efter|since|from|(?:overfør[a-zæøå]*|ovf\.?|overf\.?|videreført|carried(?:\s+over)?)\s+(?:til|to|i|in))\s+(?:19|20)\d\d(?!\d)/i;
/** The last word before such a year. */
export const REFERRING_END = /(?:fra|ift\.?|til|siden|efter|since|from|to|i|in)$/i;
/** What the head of a table adds where it stands again on the next page: "(fortsat)". */
export const CONTINUED_HEAD = /(?<!\s)\s*(?:[-–,:(]\s*)?\b(?:fortsat|fortsættelse|forts\.|continued|cont\.)\)?\s*$/i;

/** The line that announces a table. */
export const TABLE_LINE = /^(?:tabel|table|bilagstabel)\s+\d{1,3}(?:[.:](?:\s*\d{1,2})?)?\s*(?:[.:]\s*)?(.{0,300})$/i;

/** The number in such a line. */
export const TABLE_NUMBER = /^(?:tabel|table|bilagstabel)\s+(\d{1,3}(?:\.\d{1,2})?)(?!\d)/i;
/** Behind an amount: the one table that shows it. */
export const TABLE_REFERENCE = /^[^.;]{0,60}?[,(]?\s*(?:jf\.?|se|fremgår\s+af|vist\s+i|cf\.|see)\s+(?:også\s+)?(?:tabel|table)\s+(\d{1,3}(?:\.\d{1,2})?)(?!\d|\s*(?:,|og|samt|and|-|–)\s*(?:(?:tabel|table)\s+)?\d)/i;

/** What the caption of an overview says of it. */
export const OVERVIEW_CAPTION = /(?<![a-zæøå])(?:oversigt|samlet|samlede|fordeling|initiativer(?:ne)?|aftalens|udmøntning(?:en)?|hovedoversigt|overview|initiatives|allocation)(?![a-zæøå])/i;

/** What a table without a caption is called. */
export const TABLE_WORD = 'Tabel';
/** A line that states a unit or announces a table, and so is no heading of a document. */
export const UNIT_OR_TABLE_LINE = /^(?:(?:tabel|table|bilagstabel)\s+\d|\(?(?:mio|mia|mill|kr|1[.,]000|dkk)\b)/i;
/** Starts of lines under a table that are not rows. */
export const NOTE_START = /^(?:anm(?:ærkning(?:er)?)?|note(?:r|s)?)\s*[.:]\s*:?\s*/i;
/** How a line starts that opens a table, a form, a note, a source or a section of a sheet. */
export const OPENING_WORD = /^(?:tabel|table|bilagstabel|initiativ|anm|note|\*|kilde|source|baggrund|background|økonomi|economy|financ|funding|finances|kriterier)/i;
/** A note that states the unit of the table above. */
export const UNIT_NOTE = /^(?:anm(?:ærkning)?|note)\.?\s*:\s*(?:alle\s+)?(?:beløb(?:ene)?|tal(?:lene)?)\s+(?:er\s+)?(?:angivet\s+|opgjort\s+)?i\s+(?:mio|mia|mill|1[.,]000|t\.?\s?kr|tusind|hele|kr)/i;
export const SOURCE_START = /^(?:kilde|kilder|source)\s*:\s*/i;

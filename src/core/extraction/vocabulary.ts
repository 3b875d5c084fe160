import { type Unit } from '../money/unit';

/**
 * The words by which documents are recognised, Danish first, English where an English document prints its own.
 * This is the only place with recogniser words. Patterns are anchored or bounded, so that no input makes them slow.
 */

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
export const OF_WHICH = /^[-–•]?\s*(?:heraf|hvoraf|herunder|deraf|of which|including)\b[\s:]*/i;
/** Labels of rows that carry a running sum over a page break, and so are no rows of their own. */
export const CARRIED_FORWARD = /^(?:at\s+)?(?:transport(?:eres|eret)?|overfør(?:t|es|sel)|videreført|ført|carried|brought)\s+(?:frem\s+)?(?:(?:fra|til|over|from|to)\s+)?(?:(?:forrige|foregående|næste|følgende|the\s+)?\s*(?:previous|next)?\s*(?:side|page)|forward)(?:\s+\d+)?\s*:?$/i;
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
/** Words and compounds that head the columns and rows of budget tables. */
export const TABLE_WORD_FORM = /^[a-zæøå]{0,20}?(?:udgift|indtægt|bevilling|besparelse|bemærkning|anbefaling|indstilling|forvaltning|afvigelse|investering|omprioritering|finansiering|effektivisering|forelæggelse|overførsel|udmøntning|regulering|ministerium|budget|regnskab|forbrug|beløb|ramme|tilskud|initiativ|lønning|expenditure|appropriation|remark|comment|ministry|initiative|allocation|description)(?:e?r|erne|en|et|s)?$/i;
/** What a cell says where its figure is not known yet, a word or a few. */
export const STATUS_CELL = /^(?:afventer|uafklaret|uoplyst|mangler|forhandles|senere|varigt?|ikke\s+(?:afklaret|kendt|oplyst|fastlagt|opgjort|beregnet)|(?:udmøntes|fastlægges|afklares|aftales|opgøres|besluttes|følger)(?:\s+senere)?|n\/a|i\/a|tb[da]|pending|\?)$/i;
/** The most words that such a cell takes. */
export const MOST_STATUS_WORDS = 2;

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
export const LABEL_UNIT = /(?:\(\s*(?:i\s+)?|,\s*(?:i\s+)?|\s[-–]\s|\si\s+)((?:(?:mia|mrd|mio|mill|t|tusind|hele|1[.,\s]?000)\.?\s*)?(?:kr(?![a-zæøå\d])\.?|kroner|dkk))(?:\s*,?\s*(?:19|20)?\d\d\s?-\s?(?:pl|priser))?\s*\)?\*{0,3}$/i;
/** A label whose figures count or compare things. */
export const COUNT_IN_LABEL = /[(,]\s*(?:i\s+)?(?:antal|pct\.?|procent|%|årsværk|stk\.?|indeks|number|fte)[^()]{0,30}\)?\*{0,3}$/i;
/** A row that states a unit and nothing else. */
export const UNIT_ROW = /^\(?(?:(?:alle\s+)?(?:beløb(?:ene)?|tal(?:lene)?)\s+)?(?:i\s+)?(?:(?:mia|mrd|mio|mill|t|tusind|hele|1[.,\s]?000)\.?\s*)?(?:kr(?![a-zæøå\d])\.?|kroner|dkk)(?:\s*[,(]?\s*(?:i\s+)?(?:(?:19|20)?\d\d\s?-?\s?(?:pl|p\/l|priser|prisniveau|niveau)|pl\s?-?\s?(?:19|20)?\d\d|løbende\s+priser))?\.?\)?$/i;

/** What heads a table of counts, when no unit of money stands beside it: "Antal årsværk". */
export const COUNT_TABLE = /^(?:antal|årsværk|helårspersoner|number\s+of|headcount|fte)(?![a-zæøå])|(?<![a-zæøå])årsværk(?![a-zæøå])/i;

/** Basis words that a year header may carry: accounts, forecast, budget and estimate years. */
export const YEAR_BASIS = /^(?:R|F|B|BO[1-9]?|FL|FFL|FFO|regnskab|budget|overslag|forslag|accounts|estimate)$/i;

/** An estimate year by its place behind the budget year, as the finance act prints it: "BO1". */
export const ESTIMATE_YEAR = /^(?:BO|overslagsår\s?)([1-9])$/i;
/** A year of two digits in a header, behind its basis or an apostrophe: "R23", "B24", "BO25", "'26". */
export const TWO_DIGIT_YEAR = /^(?:(R|F|BO|B|FL|FFL)[-’'‘]?|[’'‘])(\d\d)\*{0,3}$/i;
/** A year that a header only refers to: "Overført fra 2025", "Ovf. til 2027", "Ændring ift. 2025", "Varigt fra 2030". */
export const REFERRED_YEAR = /(?<![a-zæøå])(?:fra|ift\.?|i\s+forhold\s+til|siden|efter|since|from|(?:overfør[a-zæøå]*|ovf\.?|overf\.?|videreført|carried(?:\s+over)?)\s+(?:til|to|i|in))\s+(?:19|20)\d\d(?!\d)/i;
/** The last word before such a year. */
export const REFERRING_END = /(?:fra|ift\.?|til|siden|efter|since|from|to|i|in)$/i;
/** What the head of a table adds where it stands again on the next page: "(fortsat)". */
export const CONTINUED_HEAD = /\s*[-–,:(]?\s*\b(?:fortsat|fortsættelse|forts\.|continued|cont\.)\)?\s*$/i;

/** The line that announces a table. */
export const TABLE_LINE = /^(?:tabel|table|bilagstabel)\s+\d{1,3}(?:[.:]\s*\d{0,2})?\s*[.:]?\s*(.{0,300})$/i;

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
/** Headings of an initiative sheet's sections. In small letters the words are the end of a heading that wraps ("… grønlandsk / baggrund"). */
export const BACKGROUND_HEADING = /^(?:Baggrund(?:\s+og\s+indhold)?|BAGGRUND(?:\s+OG\s+INDHOLD)?|Background(?:\s+and\s+(?:contents?|purpose))?|BACKGROUND(?:\s+AND\s+CONTENTS?)?)\s*:?$/;
export const ECONOMY_HEADING = /^(?:Økonomi|ØKONOMI|Economy|Financing|Funding|Finances)\s*:?$/;
export const CRITERIA_HEADING = /^kriterier\s+(?:vedr\.?|vedrørende|for)\s+(?:udmøntning\s+af\s+)?ansøgningspulje(?:n|r|rne)?\s*:?$/i;
export const POOL_SUBHEADING = /^vedr\.?\s+((?:ansøgnings)?pulje.{0,200})$/i;
/** Prose that starts a criteria paragraph although its heading stands elsewhere. */
export const CRITERIA_PARAGRAPH = /^(?:yderligere\s+(?:ansøgnings)?kriterier|øvrige\s+kriterier|ansøgerkreds|målgruppe|formålet\s+(?:med|er))/i;
/** A sentence that grants the initiative its money. */
export const LEAD_START = /^(?:der|derfor|hertil|herudover|med\s+initiativet|til\s+initiativet|partierne|aftalepartierne)\s.{0,60}?(?:afsæt|(?<![a-zæøå])(?:spares|frigøres|omprioriteres)(?![a-zæøå]))|^(?:(?:a\s+total\s+of|an\s+amount\s+of)\s+)?(?:dkk|kr\.?)\s*\d.{0,80}?\s(?:is|are|will\s+be)\s+(?:hereby\s+)?(?:allocated|granted|set\s+aside)(?![a-z])|^(?:the\s+parties|the\s+initiative)\s.{0,60}?allocate/i;
/** A lead that says what parties agree on. */
export const PARTIES_START = /^(?:(?:aftale)?parti?er(?:ne)?|the\s+parties)(?![a-zæøå])/i;
export const GRANT_VERB = /afsæt(?:te)?s\b|afsætter|tildele[srt]?\b|forøges|prioriteres|øges\s+med|afsættelse|\ballocated\b|\bset\s+aside\b/i;
/** A sentence that saves money; tables print it with a minus. */
export const SAVING_VERB = /^(?:der|derfor|med\s+initiativet|initiativet|forslaget|hertil|herudover)\s+(?:der\s+)?(?:(?:kan|skal|vil|forventes)\s+)?(?:spares|frigøres|frigør|omprioriteres|hentes|besparer|sparer|effektiviseres|tilbageføres|nedprioriteres)(?![a-zæøå])/i;
/** Between two amounts of one grant: "… og", "… samt", a comma. */
export const AMOUNT_LINK = /(?:\bog|\bsamt|,|\band)\s+(?:yderligere\s+|derefter\s+|herefter\s+)?(?:i\s+alt\s+|ca\.\s+|på\s+)*$/i;
/** Words that put an amount in an earlier decision. */
export const PAST_GRANT = /\bblev\b|\bafsat(?:te)?\b|\bfik\b|\btildelt\b|\bprioriteret\b|\bsiden\s+(?:19|20)\d\d\b|\bhar\s+(?:i\s+(?:19|20)\d\d\s+)?(?:fået|modtaget)\b|\bmodtog\b|\bhavde\b|\bfår\b|\bmedfinansieret\b|\btidligere\b|\bsom\s+tidligere\b|\bnuværende\b|\bvar\b/i;
/** Another agreement or finance act, named in a sentence. */
export const OTHER_AGREEMENT = /\bSSA\s?-?\d\d|\bFL\d\d|finanslov|\baftale[n]?\s+(?:om|fra|for)\b|satspulje/i;
/** An earlier grant that this agreement adds to, named in the same clause as new money. */
export const ADDED_GRANT = /\byderligere\b|(?<![a-zæøå])øges\b|\bderudover\s+afsættes\b/i;
/** The sentence under "Økonomi" that states the initiative's total. */
export const ECONOMY_SENTENCE = /\bjf\.?\s+tabel\b|\b(?:cf\.?|see)\s+table\b/i;
export const PART_OF_TOTAL = /\bheraf\b|\bherunder\b|\bhvoraf\b/i;
/** Right before an amount: it is the sum of those that the sentence names before. */
export const SUM_BEFORE = /(?:[,(;]|\bog|\band|\bdvs\.)\s*(?:dvs\.\s+)?(?:i\s+alt|samlet|tilsammen|in\s+total|a\s+total\s+of)\s+(?:ca\.\s+|dkk\s+)?$/i;
/** Right before an amount: what all parties hand out with the agreement, and so all of it. */
export const WHOLE_OF_AGREEMENT = /(?:parti(?:er)?|parter)(?:ne)?\s(?:[^.;\d]{0,80}\s)?enige\s+om\s+at\s+(?:fordele|udmønte)\s+(?:i\s+alt\s+|samlet\s+|en\s+(?:samlet\s+)?ramme\s+på\s+)?(?:ca\.\s+)?$|^med\s+(?:denne\s+)?aftale[nr]?\s+(?:fordeles|udmøntes|afsættes)\s+(?:der\s+)?(?:i\s+alt|samlet)\s+(?:ca\.\s+)?$|\bparties\s+(?:have\s+)?agreed?\s+to\s+(?:distribute|allocate)\s+(?:a\s+total\s+of\s+)?(?:dkk\s+)?$/i;

/** What an amount is for, when that is a pool. */
export const POOL_PURPOSE = /^(?:en\s+|den\s+|et\s+)?(?:ansøgnings|forsøgs|tilskuds)?pulje/i;

/** Words before an amount that make it approximate. */
export const APPROXIMATE = /(?:\bca\.?|\bcirka|\bomkring|\bomtrent|\bknap|\bgodt|\bskønsmæssigt|\bop\s+mod|\bnæsten|\blidt\s+over|\blidt\s+under|\bapprox\.?|\bapproximately|\babout|\baround|~)\s*$/i;

/** After an amount: every year. */
export const ANNUAL_AFTER = /^\s*,?\s*(?:i\s+alt\s+|(?:is|are|was|were)\s+(?:allocated|granted)\s+)?(?:årligt|årlig|om\s+året|pr\.?\s+år|per\s+år|hvert\s+år|i\s+hvert?\s+af\s+årene|\/\s?år|annually|a\s+year|per\s+year|yearly)\b/i;
/** Before an amount: every year, said of the amount itself or of the grant that it measures. */
export const ANNUAL_BEFORE = /(?:(?<![a-zæøå])(?:årligt|hvert\s+år)(?:\s+(?:med|på|ca\.?|cirka|op\s+til|i\s+alt))*|(?<![a-zæøå])årlige?(?:\s+[a-zæøåé-]{1,30}){0,2}?\s*(?:bevilling|tilskud|ramme|driftstilskud|ekstrabevilling|støtte|udgift|udgifter|merudgift|merudgifter|beløb)\s+på(?:\s+(?:i\s+alt|ca\.?|op\s+til|samlet))*)\s*$/i;

/** Permanent money, said before or after the amount. */
export const PERMANENT_AFTER = /^\s*(?:årligt\s+)?(?:er\s+)?(?:varigt?|permanente?|permanently)(?![a-zæøå])/i;
export const PERMANENT_BEFORE = /(?:\bvarigt|\bvarig|\bvarige|\bpermanent)(?:\s+[a-zæøåé-]{1,30}){0,2}?(?:\s+(?:på|med|ca\.?|i\s+alt|samlet))*\s*$/i;
/** After a first year: open-ended. */
export const ONWARDS = /^\s*(?:og\s+(?:frem(?:adrettet|efter|over)?|årene\s+frem|efterfølgende\s+år)|ff\.|and\s+onwards|onwards)/i;

/** Fills that may stand between an amount and its period without changing what the period says. */
export const PERIOD_FILL = /^(?:\s*(?:,|i\s+alt|samlet|årligt|annually|a\s+year|(?:is|are|was|were)\s+(?:allocated|granted)|om\s+året|pr\.?\s+år|varigt|permanent|hhv\.|henholdsvis|til\s+(?:initiativet|initiativerne|indsatsen|projektet|formålet|puljen|puljerne|ansøgningspuljen|ansøgningspuljerne|forslaget|delfinansiering\s+af\s+initiativet)|\([^()]{0,40}\)))*\s*/i;

/** A period of its own in parentheses behind an amount: "(2027)", "(i 2026-2028)". */
export const PERIOD_IN_PARENTHESES = /^\s*\((?:i\s+)?((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d|(?:\s*,\s*(?:19|20)\d\d)*\s+og\s+(?:19|20)\d\d)?)\)/i;

/** Words that lead in a period. */
export const PERIOD_LEAD = /^(?:i\s+perioden|i\s+periode|i\s+årene|i\s+hvert\s+af\s+årene|i\s+hver\s+af\s+årene|i\s+både|(?:fra|pr\.)\s+(?:den\s+)?\d{1,2}\.\s?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)|for\s+perioden|for\s+årene|in\s+the\s+years|i|for|fra|over|in|during|from|frem\s+mod|frem\s+til|indtil|until|til\s+og\s+med)\s+(?:i\s+|hhv\.\s+|henholdsvis\s+|og\s+med\s+|perioden\s+)?/i;
/** Years that belong to amounts one by one. */
export const RESPECTIVE_YEARS = /^\s*i\s+(?:hhv\.|henholdsvis)\s+((?:19|20)\d\d(?:\s*,\s*(?:19|20)\d\d)*\s*(?:,?\s*og|,)\s+(?:19|20)\d\d)/i;
/** The same with the years before the amounts: "i 2027 og 2028 var der hhv. …". */
export const RESPECTIVE_YEARS_BEFORE = /\bi\s+((?:19|20)\d\d(?:\s*,\s*(?:19|20)\d\d)*\s+og\s+(?:19|20)\d\d)(?!\d)[^.]{0,80}(?:\bhhv\.|\bhenholdsvis)\s+(?:ca\.\s+)?$/i;
/** Years behind amounts that "hhv." in front gives one each: "hhv. 5, 10 og 15 mio. kr. i 2026, 2027 og 2028". */
export const LISTED_YEARS = /^\s*i\s+((?:19|20)\d\d(?:\s*,\s*(?:19|20)\d\d)*\s+og\s+(?:19|20)\d\d)(?!\d)/i;
export const RESPECTIVELY_BEFORE = /(?:\bhhv\.|\bhenholdsvis)\s+(?:ca\.\s+)?$/i;
export const UNTIL_LEAD = /^(?:frem\s+mod|frem\s+til|indtil|until|til\s+og\s+med)/i;
/** A period that only compares. */
export const COMPARISON = /^\s*,?\s*(?:sammenlignet\s+med|i\s+forhold\s+til|compared)/i;
/** "After that", said of the period before. */
export const THEREAFTER = /^\s*(?:årligt\s+|varigt\s+)*(?:herefter|derefter|thereafter)\b/i;
/** A period far behind its amount but in the same sentence. */
export const FAR_PERIOD = /\bin?\s+(?:perioden\s+|årene\s+)?(?=(?:19|20)\d\d)/gi;
/** Words before "i 2020" that make it the year of an agreement, or of what an amount is compared with. */
export const AGREEMENT_OF_YEAR = /\b(?:\w*aftale(?:r|n|rne)?|finanslov(?:en|ene)?|puljen?|end|than)\s*$/i;
/** A period before its amount, next to the verb of the grant. */
export const PERIOD_BEFORE = /\b(i|fra|from)\s+(?:perioden\s+|årene\s+)?((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?(?:\s+(?:og|til(?:\s+og\s+med)?)\s+(?:19|20)\d\d)?)(\s+og\s+(?:frem(?:adrettet|efter|over)?|årene\s+frem))?\s+(?:(?:blev|er|var|bliver)\s+der\s+|der\s+)?(?:er\s+|blev\s+)?(?:yderligere\s+)?(?:afsat|givet\s+tilsagn|prioriteret|udmeldt|tildelt|afsættes|bevilget|fået\s+bevilget|forhøjet|forøget)\b[^.]{0,80}$|^\s*(from|in)\s+((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?),\s*$/i;
/** A period between the verb of the grant and its amount: "Der afsættes i 2025-2026 samlet". */
export const PERIOD_BETWEEN = /(?<![a-zæøå])(?:afsættes|afsat|prioriteres|bevilges|tildeles|udmøntes)\s+(?:der\s+)?i\s+(?:perioden\s+|årene\s+)?((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d|\s+og\s+(?:19|20)\d\d)?)\s+(?:(?:i\s?alt|samlet|yderligere|årligt|hvert\s+år|ca\.|på)\s+){0,3}$/i;
/** A year that starts a sentence, before the verb of its only figure so far: "I 2023 var udgiften …". */
export const YEAR_FRONTED = /^\s*i\s+(?:perioden\s+|årene\s+)?((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)\s+(?:var|er|bliver|udgjorde|udgør|kostede|koster|anvendtes|anvendes|brugtes|bruges|ventes|forventes|skønnes)\s[^.,;:]{0,80}$/i;
/** A year that links an amount to the one before: "… og i 2022 13,2 mia. kr.". */
export const YEAR_LINKED = /(?:,|(?<![a-zæøå])(?:og|samt|mod))\s+(?:ca\.\s+)?i\s+((?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)\s+(?:ca\.\s+|var\s+den\s+|er\s+den\s+)?$/i;

/** Prices of no one year. */
export const CURRENT_PRICES = /(?<![a-zæøå])(?:løbende|årets)\s+(?:priser|pris-?\s?og\s+lønniveau|p\/?l)(?![a-zæøå])|current\s+prices/i;
/** A price level of two digits: "25-pl", "26-niveau", "'26-priser"; "PL26", "pl-26". */
export const SHORT_PRICE_LEVEL = /(?<![\d\p{L}.,-])[’'‘]?(\d\d)\s?-\s?(pl|p\/l|priser|prisniveau|niveau)(?!\p{L})|(?<!\p{L})p\/?l[-\s]?[’'‘]?(\d\d)(?![\d\p{L}]|[.,]\d)/iu;
/** The same in full, without the letters for wages: "2026-niveau". */
export const LEVEL_OF_YEAR = /(?<!\d)((?:19|20)\d\d)-niveau(?![a-zæøå])/i;
/** A price level: "2026-pl", "2023-PL", "2026 P/L"; "P/L 2026", "pl-niveau 2026"; prices alone: "2026-priser", "2026-prisniveau". */
export const PRICE_LEVEL = /\b((?:19|20)\d\d)\s?-\s?pl\b/i;
export const PRICE_LEVEL_WORDS = /\b((?:19|20)\d\d)\s?-?\s?p\/?l\b|(?<![a-zæøå])p\/?l(?:-?niveau)?[-\s.:]{0,2}((?:19|20)\d\d)(?!\d)/i;
export const PRICES_OF_YEAR = /\b((?:19|20)\d\d)[-\s](?:priser|prices|prisniveau|pris-\s?og\s+lønniveau)(?![a-zæøå])|(?<![a-zæøå])(?:prisniveau|priser)[-\s:]{1,2}((?:19|20)\d\d)(?!\d)/i;
export const PRICE_LEVEL_AFTER = /^\s*(?:\(\s*(?:alle\s+tal\s+)?(?:i\s+)?(?:faste\s+)?((?:19|20)\d\d)\s?-?\s?(p\/?l|prisniveau|priser)\s*\)|\(\s*p\/?l[-\s]?(?:niveau\s+)?((?:19|20)\d\d)\s*\)|,?\s*(?:i\s+)?(?:faste\s+)?((?:19|20)\d\d)-(p\/?l|prisniveau|priser)(?![a-zæøå]))/i;

/** What an amount is for: the words that start its purpose. */
export const PURPOSE_LEAD = /^\s*,?\s*(?:anvendes\s+til|afsættes\s+til|går\s+til|er\s+øremærket\s+til|til|for|to)\s+/i;

/** Units behind a number, longest first; `isWhole` is false where "kr." is missing. */
export interface UnitWord {
  readonly pattern: RegExp;
  readonly unit: Unit;
  readonly isWhole: boolean;
}
export const UNITS_AFTER: readonly UnitWord[] = [
  { pattern: /(?:m\.?dkk\b|dkkm\b)/iy, unit: 'mio. kr.', isWhole: true },
  { pattern: /(?:mio\.?|mill\.?|million(?:er|s)?|mn\.?)\s*(?:kr(?![a-zæøå\d])\.?|(?:danske\s+)?kroner\b|dkk\b)/iy, unit: 'mio. kr.', isWhole: true },
  { pattern: /(?:mia\.?|mrd\.?|milliard(?:er)?|billions?)\s*(?:kr(?![a-zæøå\d])\.?|(?:danske\s+)?kroner\b|dkk\b)/iy, unit: 'mia. kr.', isWhole: true },
  { pattern: /(?:t\.\s?kr(?![a-zæøå\d])\.?|tkr(?![a-zæøå\d])\.?|[tk]\.?dkk\b|1\.000\s+kr(?![a-zæøå\d])\.?|(?:tusinde?|thousand)\s+(?:kr(?![a-zæøå\d])\.?|(?:danske\s+)?kroner\b|dkk\b))/iy, unit: '1.000 kr.', isWhole: true },
  { pattern: /(?:kr(?![a-zæøå\d])\.?|(?:danske\s+)?kroner\b|dkk\b)/iy, unit: 'kr.', isWhole: true },
  { pattern: /(?:mio\b\.?|million(?:er)?\b)/iy, unit: 'mio. kr.', isWhole: false },
  { pattern: /(?:mia\b\.?|milliard(?:er)?\b)/iy, unit: 'mia. kr.', isWhole: false },
];
/** What may follow "mio." without "kr." when it is money and not a count of people or things. */
export const AFTER_BARE_SCALE = /^\s*(?:$|[.,;:)(]|over\s+(?:de\s+(?:næste|kommende)\s+)?[\p{L}\d-]{1,12}\s+(?:år|years)(?![\p{L}])|(?:årligt|varigt|i|in|to|til|ifm|fra|og|samt|om|for|på|pr|per|er|blev|som|der|herefter|hvoraf|heraf)(?![a-zæøå]))/iu;
/** Decimals with their unit at the start of a line, whose number stands at the end of the line before. */
export const BROKEN_DECIMALS = /^\d{1,2}\s*(?:mio|mia|mill|mrd|milliard)/i;
/** What a table prints for a figure that is not known. */
export const UNKNOWN_FIGURE = /^(?:n\/a|n\.a\.|i\/a|i\.a\.|\.\.|…)$/i;
/** A word that stands in a cell with its figure. */
export const CELL_WORD = /^[-–−÷+]?(?:kr\.?|dkk|kroner|t\.?kr\.?|mio\.?|mia\.?|mill\.?|ca\.?|cirka|knap|godt|omkring|[±~≈])$/i;
/** What a figure with its unit can end in, its own digits aside. */
export const FIGURE_END = /(?:kr|kroner|dkk|mio|mill|mia|mrd|million(?:er|s)?|milliard(?:er)?|billions?|tusinde?|thousand|%)\.?\)?$/i;
/** A word of a unit of money. */
export const CURRENCY_WORD = /^(?:(?:mio|mia|mill)\.?|t\.|(?:t\.?)?kr\.?|dkk)$/i;
/** In front of a figure in a cell: that it is rough. */
export const APPROXIMATELY = /^(?:ca\.?|cirka|omkring|omtrent|knap|godt|skønsmæssigt|op\s+(?:til|mod)|mindst|højst|min\.|maks?\.|max\.|approx\.?|about|around|[~≈±<>])\s*(?=\S)/i;
/** Behind a figure in a cell: how far off it may be. */
export const CELL_MARGIN = /\s*(?:±|\+\s?\/\s?[-–−])\s*\d[\d.,]*(?=\s|$)/;
/** The unit of a figure in its own cell, behind it. */
export const CELL_UNITS: readonly { readonly pattern: RegExp; readonly unit: Unit }[] = [
  { pattern: /(?<=[\d)])\s*(?:mia|mrd|milliard(?:er)?|billions?)\b\.?\s*(?:kr\.?|kroner|dkk)?$/i, unit: 'mia. kr.' },
  { pattern: /(?<=[\d)])\s*(?:mio|mill|million(?:er|s)?)\b\.?\s*(?:kr\.?|kroner|dkk)?$/i, unit: 'mio. kr.' },
  { pattern: /(?<=[\d)])\s*(?:t\.?\s?kr\.?|t\.?\s?dkk|tusinde?\s*(?:kr\.?|kroner|dkk)?|thousand\s*(?:kr\.?|kroner|dkk)?)$/i, unit: '1.000 kr.' },
  { pattern: /(?<=[-–−\d)])\s*(?:kr\.?|kroner|dkk)$/i, unit: 'kr.' },
];
/** The currency in front of a figure, with a sign in front of both. */
export const CURRENCY_BEFORE_FIGURE = /^([-–−÷+]?)\s*(?:kr\.?|dkk)\s*(?=[-–−÷+(\d])/i;
/** Currency words that may stand before a number: "kr. 5.000", "DKK 5 million". */
export const UNIT_BEFORE = /(?:\bkr\.?|\b[tkm]?dkk)\s*$/i;
export const SCALED_UNIT_BEFORE: readonly UnitWord[] = [
  { pattern: /\b(?:(?:mio|mill)\.?\s*(?:kr\.?|dkk)|mdkk)\s*$/i, unit: 'mio. kr.', isWhole: true },
  { pattern: /\b(?:mia|mrd)\.?\s*(?:kr\.?|dkk)\s*$/i, unit: 'mia. kr.', isWhole: true },
  { pattern: /(?:(?:\bt\.?\s?|\b1\.000\s*)kr\.?|\b[tk]dkk)\s*$/i, unit: '1.000 kr.', isWhole: true },
];
export const SCALE_AFTER: readonly UnitWord[] = [
  { pattern: /(?:mio\b\.?|million(?:s|er)?\b|m\b)/iy, unit: 'mio. kr.', isWhole: true },
  { pattern: /(?:mia\b\.?|billion(?:s)?\b|milliard(?:er)?\b|bn\b)/iy, unit: 'mia. kr.', isWhole: true },
  { pattern: /(?:tusinde?|thousand)\b/iy, unit: '1.000 kr.', isWhole: true },
];
/** Between two numbers behind one currency, whose scale stands behind the second: "DKK 5-10 million", "DKK 3.5 and 4.0 million". */
export const SCALED_RANGE_LINK = /\s?[-–]\s?|\s+(?:to|and|or|til|og|eller)\s+/y;
/** Other currencies: reported, never read as kroner. */
export const FOREIGN_CURRENCY_AFTER = /(?:(?:mio\.?|mia\.?|million(?:er|s)?|milliard(?:er)?|billions?)\s*)?(?:EUR|euro|€|USD|dollars?|GBP|SEK|NOK|£|\$)(?![a-zæøå])/iy;
export const FOREIGN_CURRENCY_BEFORE = /(?:€|\$|£|\bEUR|\bUSD|\bGBP|\bSEK|\bNOK)\s*$/;
/** Another currency as the unit of a table. */
export const FOREIGN_UNIT = /(?<![a-zæøå])(?:EUR|euro|USD|GBP|SEK|NOK)(?![a-zæøå])|[€£$]/i;
/** Between two numbers of which the first shares the second's unit: "2.500 eller 5.000 kr.", "3 – 4 mio. kr."; `AMBIGUOUS_UNIT_LINK` needs a list, "mellem" or "hhv." besides. */
export const SHARED_UNIT_LINK = /^(?:\s+(?:eller|or|og|and|til|to|samt|[-–])\s+|\s?\+\s?)$/i;
export const SHARED_LIST_LINK = /^\s*,\s+$/;
export const AMBIGUOUS_UNIT_LINK = /og|and|samt/i;
export const BETWEEN = /\b(?:mellem|between|hhv\.|henholdsvis)\s+$/i;
/** Before an amount: it is negative. */
export const MINUS_BEFORE = /(?<![\p{L}\d]|\d\s)minus\s(?:(?:kr\.?|dkk)\s)?$/iu;
/** What a spreadsheet prints for a figure that its column is too narrow for, and a figure of which no digit was read as one, with a unit of money. */
export const FIGURE_NOT_PRINTED = /(?:#{2,}(?=\s?(?:mio|mia|mill|mrd|t?kr|dkk))|#{7,}|(?<![\p{L}\d])[OoIlS]{1,3}[.,][OoIlS]{1,3}(?=\s?(?:mio|mia|mill|mrd|t?kr|dkk)))(?:\s?(?:mio|mia|mill|mrd)\.?)?(?:\s?kr\.?)?/giu;
/** What shows at a glance that such a figure may stand in a text: two of those letters around a mark. */
export const LOOKALIKES = /[oils][.,][oils]/i;
/** The scale of a unit of money, what makes it one behind that, and a number in words at the end of what stands before. */
export const SCALED_UNIT = /(?:mio|mia|mill|mrd)/gi;
export const SCALED_KRONER = /\S*\s*(?:kr|kroner|dkk)/iy;
export const NUMBER_WORD_BEFORE = /(?<![\p{L}\d.,])(\d{1,3}\s?½|½|halvanden|en halv|én|en|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|one|two|three|four|five)\s*$/iu;
export const NUMBER_WORDS: ReadonlyMap<string, { readonly coefficient: number; readonly decimals: number }> = new Map([
  ['halvanden', { coefficient: 15, decimals: 1 }],
  ['en halv', { coefficient: 5, decimals: 1 }],
  ...['én', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'].map((word, index) => [word, { coefficient: index + 1, decimals: 0 }] as const),
  ['en', { coefficient: 1, decimals: 0 }],
  ...['one', 'two', 'three', 'four', 'five'].map((word, index) => [word, { coefficient: index + 1, decimals: 0 }] as const),
]);

/** The unit that a table header, caption or note states. */
export const TABLE_UNITS: readonly { readonly pattern: RegExp; readonly unit: Unit }[] = [
  { pattern: /\b(?:mia\.?|mrd\.?|milliarder)\s*(?:kr(?![a-zæøå\d])\.?|kroner|dkk)|\b(?:dkk|kr\.?)\s*(?:bn|billion|mia)\b|\bbillion\s+(?:kr|dkk)/i, unit: 'mia. kr.' },
  { pattern: /\b(?:mio\.?|mill\.?|millioner)\s*(?:kr(?![a-zæøå\d])\.?|kroner|dkk)|\b(?:dkk|kr\.?)\s*(?:m|mio|million)\b|\bmillion\s+(?:kr|dkk|kroner)/i, unit: 'mio. kr.' },
  { pattern: /\b1[.,\s\u00A0]?000\s*(?:kr(?![a-zæøå\d])\.?|kroner|dkk)|\bt\.?\s?kr(?![a-zæøå\d])\.?|\btusinde?\s+(?:kr|kroner)|\bthousand\s+(?:kr|dkk|kroner)|\bdkk\s+(?:1,000|thousand)/i, unit: '1.000 kr.' },
  { pattern: /\b(?:hele\s+)?(?:kr(?![a-zæøå\d])\.?|kroner|dkk)/i, unit: 'kr.' },
];

/** An amount with its unit among words, as no header of columns has one: "styrkes med 12,5 mio. kr. i". A thousand kroner is a unit, and a year no amount. */
export const AMOUNT_IN_WORDS = /(?<![\d.,-])(?!1[.,]?000\s|(?:19|20)\d\d\s)\d[\d.,]*\s(?:(?:mio|mia|mill|mrd)\.?\s*kr|kr(?![a-zæøå\d])|million|milliard)/i;

/** The first half of a unit at the end of a header, a year under it aside: "Bevilling (mio. 2027". */
export const BROKEN_SCALE = /(?<![a-zæøå\d])((?:mio|mia|mill|mrd|t)\.?|1[.,]000)\s*(?:(?:19|20)\d\d\s*)?$/i;

/** A line that states thousands of kroner as the unit of the table under it, and no amount: "Beløb i 1.000 kr., 2026-pl". */
export const THOUSANDS_LINE = /^\(?(?:(?:alle\s+)?(?:beløb(?:ene)?|tal(?:lene)?)\s+)?(?:er\s+)?(?:(?:angivet|opgjort|vist)\s+)?(?:i\s+)?1[.,]000\s*(?:kr|dkk)\.?\)?(?:\s*[,(]?\s*(?:i\s+)?(?:19|20)\d\d\s?-\s?(?:pl|priser|prisniveau))?\)?\.?$/i;

/** The unit at the start of a header line, with the comma and the parentheses around it. */
export const UNIT_LEAD = /^\(?(?:i\s+)?(?:hele\s+)?(?:(?:mio|mia|mill|mrd|t)\.?\s*kr|1[.,]000\s*(?:kr|dkk)|kr|dkk(?:\s+(?:million|thousand|billion))?|kroner)\b\.?\)?\s*[,:]?\s*(?:\(\s*\))?\s*/i;

/** The title line of an agreement. */
export const AGREEMENT_TITLE = /^(?:bilag\s+\d+[.:]?\s+)?(?:økonomi\s+i\s+)?(aftale(?:n)?\s+(?:om|mellem|for)\b|politisk\s+aftale|udmøntning\s+af\b|agreement\s+on\b)/i;
/** A line that ends the title: the parties, the date. */
export const AFTER_TITLE = /^(?:regeringen|partierne|mellem|indgået|\(|den\s+\d)/i;

/** Annex headings. */
export const ANNEX_HEADING = /^(?:bilag|annex|appendix)\s+\d+\s*[.:]?\s*/i;
export const POOL_ANNEX = /kriterier|ansøgningspulje/i;

/** The last sentence of a prose section: the initiative's total. */
export const SECTION_TOTAL = /^(?:der|derfor|(?:aftale)?partierne|aftalen|med\s+aftalen)\s+(?:der\s+)?(?:afsættes|afsætter|prioriteres|prioriterer|tilføres|bevilges|(?:er\s+)?(?:(?:derfor|herudover|desuden|endvidere)\s+)?enige\s+om\s+at\s+(?:afsætte|prioritere))\s+(?:(?:der|derfor|hermed|i\s?alt|samlet|ca\.|varigt|permanent|yderligere|årligt)\s+){0,3}\d[\d.,\s]{0,14}(?:mio|mia|mill|mrd|kr|t\.?\s?kr|tusind)(?:.{0,60}?|(?:[\s\d.,–-]|kr|mio|mia|mill|i|og|samt|fra|årligt|perioden|hhv){0,200}?)til\s+(?:initiativet|initiativerne|indsatsen|indsatserne|forslaget|projektet|ordningen|tiltaget|formålet)|^til\s+(?:initiativet|indsatsen|projektet|formålet)\s+afsættes\s+(?:der\s+)?(?:(?:i\s?alt|samlet|ca\.)\s+){0,2}\d[\d.,\s]{0,14}(?:mio|mia|mill|mrd|kr|t\.?\s?kr|tusind)|^(?:(?:a\s+total\s+of|an\s+amount\s+of|the\s+parties\s+(?:have\s+)?allocate[d]?(?:\s+a\s+total\s+of)?)\s+)?(?:dkk|kr\.?)\s*\d[\d.,\s]{0,14}.{0,30}?(?:(?:is|are)\s+(?:hereby\s+)?allocated\s+)?(?:to|for)\s+the\s+(?:initiative|project|scheme|effort)/i;
/** How a sentence may start that can be a section's total. */
export const SECTION_TOTAL_START = /^(?:der|derfor|(?:aftale)?partierne|aftalen|med\s+aftalen|til|a|an|the|dkk)\s/i;
/** The amount of a pool, stated with the word for the pool. */
export const POOL_AMOUNT = /\btil\s+(?:ansøgnings)?puljen\b|\btil\s+(?:ansøgnings)?puljerne\b/gi;
/** Starts of sentences that belong to the grant of the pool before them. */
export const POOL_GRANT_GOES_ON = /^(?:der\s+kan\s+(?:højst\s+)?reserveres|midlerne\s+udmøntes|til\s+(?:puljens\s+)?administration|heraf\s+kan)(?![a-zæøå])/i;
/** A heading over the criteria of several pools. */
export const POOL_GROUP_HEADING = /^(?:ansøgnings)?puljer(?:ne)?\s+(?:under|på|inden\s+for|for|som\s+(?:udmøntes|administreres))\s/i;
export const POOL_GRANT_START = /^der\s+afsættes\b/i;
/** A row that pays for running a pool or an initiative. */
export const ADMINISTRATION_LABEL = /administration|opgavevaretagelse|puljeadministration/i;
export const ADMINISTRATION_SHARE = /(\d{1,2}(?:,\d)?)\s*(?:pct\.?|%|procent)[^.]{0,60}?(?:bevilling|administration)/i;
export const APPLICATION_ROUND = /(?:ansøgningsrunde(?:r|rne|n)?|udmøntes)\s+i\s+(?:hhv\.\s+|henholdsvis\s+)?((?:19|20)\d\d(?:\s*(?:,|og)\s*(?:19|20)\d\d)*)/gi;
export const RESPECTIVELY = /\bhhv\.|\bhenholdsvis/i;
export const SUPPORT_PERIOD = /opnås\s+støtte\s+i\s+(?:perioden\s+|årene\s+)?((?:19|20)\d\d)(?:\s*(?:[-–]|til|og)\s*((?:19|20)\d\d))?/i;
export const EARLIER_FRAME = /(?:allerede\s+afsatte?\s+ramme|afsatte\s+ramme\s+fra|den\s+samlede\s+ramme|ramme\s+fra\s+aftale)/i;

/** Running heads and feet of plain text. */
export const PAGE_OF_PAGES = /^(?:side|page)\s+\d{1,4}\s*(?:(?:af|of|\/)\s*\d{1,4})?$/i;
export const HEAD_WITH_PAGE = /^.{1,60}\s\d{1,3}\/\d{1,3}$/;
export const DATE_LINE = /^\d{1,2}\.\s+(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\s+(?:19|20)\d\d$/i;

/** The sentence by which a document says that its tables may not add up. */
export const ROUNDING_NOTE = /afrunding(?:er)?\b[^.]{0,80}(?:summe|stemme|sum|total)|(?:summe|sum|total)[^.]{0,80}afrunding|rounding[^.]{0,60}(?:sum|total|add)/i;

/** Abbreviations whose full stop ends no sentence, and dependent words that never end a heading line. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(['mio', 'mia', 'mill', 'ca', 'bl.a', 'jf', 'hhv', 'inkl', 'ekskl', 'nr', 'stk', 'evt', 'f.eks', 'fx', 'pga', 'pba', 'mhp', 'ift', 'ifm', 'dvs', 'vedr', 'm.fl', 'pr', 'kgl', 'alm', 'pkt', 'kap', 'mrd', 'fsva', 'jr', 'dr', 'bl', 'p', 'd', 'tlf', 'iht', 'ad']);
export const ABBREVIATIONS_OR_END: ReadonlySet<string> = new Set(['kr', 'pct', 'mv', 'm.v', 'o.l', 'm.m', 'etc']);
/** A hyphen before one of these is a suspended one: "social- og sundhedsområdet". */
export const SUSPENDED_BEFORE = /^(?:og|eller|samt|,|og\/eller|and|or)(?:\s|$|,)/i;
/** Words that cannot end a heading: the next line goes on. */
export const OPEN_ENDED = /(?:^|\s)(?:og|eller|samt|til|for|af|på|i|med|om|hos|ved|der|som|under|mod|fra|de|det|den|et|en|and|of|to|in|the)$|,$/i;

/** Fields of the initiative forms. */
export const FORM_TITLE = /^initiativ\s+(\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?|[ivx]{1,6})\s*(?::|\.(?!\d))\s*(.{0,300})$/i;
export const FORM_GROUP = /^initiativer\s+på\s+(.{1,80}?)-?(?:området)$/i;
/** A heading over several forms in other words: "Initiativer for unge". */
export const FORM_SECTION = /^initiativer\s+(?:for|til|om|vedrørende|målrettet|rettet\s+mod|inden\s+for|på)\s+(.{1,80})$/i;
export const FORM_FIELD = /^\d{1,2}\)\s/;
export const FORM_ECONOMY_FIELD = /^\d{1,2}\)\s+økonomi(?:\s+|$)/i;
export const FORM_POOL_FIELD = /^\d{1,2}\)\s+kriterier/i;
/** Groups of forms whose name is not the heading's own word. */
export const FORM_GROUP_NAMES: ReadonlyMap<string, string> = new Map([['børne- og unge', 'børn og unge']]);

/** Words and columns of papers on expiring grants. */
export const EXPIRY_WORDS = /bevillingsudløb|(?:bevilling(?:er|en)?|som)\s+(?:\S+\s+){0,3}udløber|udløber\s+ved/i;
export const RECOMMENDATION_HEADER = /anbefaling(?:er)?\b|\bvurdering\b|\bindstilling\b|\brecommendation\b/i;
export const RECOMMENDATION_SENTENCE = /bevillingsudløbet\s+er\s+kategoriseret\s+som\s+(?:værende\s+)?([^.]{1,80})/i;
/** Recommendations: the words that start them in a cell, the words by which running text counts them, and the one form in which both compare. */
export const RECOMMENDATIONS: readonly { readonly pattern: RegExp; readonly claim: RegExp; readonly value: string }[] = [
  { pattern: /^bør\s+videreføres/i, claim: /^bør\s+videreføres/i, value: 'bør videreføres' },
  { pattern: /^bør\s+ikke\s+videreføres/i, claim: /^bør\s+ikke\s+videreføres|^ikke\s+bør\s+videreføres/i, value: 'bør ikke videreføres' },
  { pattern: /^ikke\s+relevant\s+at\s+videreføre/i, claim: /^(?:ikke\s+(?:er\s+relevant|relevant|anbefales\s+videreført)|er\s+ikke\s+relevant|anbefales\s+ikke)/i, value: 'ikke relevant at videreføre' },
  { pattern: /^politisk/i, claim: /^(?:er\s+)?(?:kategoriseret\s+som\s+)?(?:værende\s+)?politisk/i, value: 'politisk' },
];
export const COUNT_CLAIM = /(?<![\p{L}\d.,])(\d{1,3}|[a-zæøå]{2,7})\s+(?:bevillingsudløb|udløb)\s*,?\s+(?:der\s+|som\s+)?([^.;]{1,80})/giu;
/** A count of grants that is the count of all of a list. */
export const ALL_GRANTS = /(?<![a-zæøå])i\s+alt\s+\S{1,7}\s+(?:bevillings)?udløb|udløb\s*,?\s+(?:med\s+)?(?:en\s+)?samle(?:t|de)\s/i;
/** What the rows of a list of expiring grants are called. */
export const GRANTS_WORD = 'bevillingsudløb';
/** Before an amount: words that state it for all grants of a list. */
export const WHOLE_OF_GRANTS = /(?:(?<![a-zæøå])i\s+alt\s+\S{1,12}\s+(?:bevillings)?udløb|(?:bevillings)?udløb(?:ene)?\s+(?:udgør|beløber\s+sig\s+til|svarer\s+til)|samlede?\s+(?:ramme|bevilling|beløb|sum)(?:\s+for\s+(?:alle\s+)?(?:bevillings)?udløb(?:ene)?)?\s+(?:på|udgør|er))[^.;]{0,60}$/i;
/** Counts in words. */
export const COUNT_WORDS: ReadonlyMap<string, number> = new Map(['nul', 'et', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'].map((word, count) => [word, count]));
export const SECTION_BUDGET_YEAR = /\(budget\s+(?:19|20)\d\d\)\s*$/i;
export const EFFECT_HEADING = /^indsats\s+og\s+effekt\s*:?$/i;

/** Behind a number: what makes it money wherever it stands. */
export const MONEY_AFTER = /[\s\u00A0\u202F]{0,3}(?:(?:mio|mia|mill|mrd|million(?:er|s)?|milliard(?:er)?)\.?[\s\u00A0]{0,3}(?:kr(?![a-zæøå\d])|kroner(?![a-zæøå])|dkk(?![a-z]))|(?:t\.?\s?|td|1\.000\s)?(?:kr|dkk)(?![a-zæøå\d])|(?:(?:tusinde?|danske)\s)?kroner(?![a-zæøå]))/iy;
/** Behind a number in a table: a share, a count or a measure of something. */
export const SHARE_AFTER = /[\s\u00A0]{0,2}(?:%|‰|pct(?![a-zæøå])|procent|percent|per\scent)/iy;
/** In front of a number: what it refers to. */
export const REFERENCE_BEFORE = /(?:(?<![a-zæøå])(?:tabel|bilag|bilagstabel|figur|side|afsnit|kapitel|kap\.|punkt|pkt\.|nr\.?|stk\.?|note|fase|trin|spor|step|initiativ|kl\.|uge|l\s?\d{0,3}|table|annex|page|section|chapter|figure|no\.)|§|#)\s{0,2}\(?$/i;
/** A word among the figures of a row that is no word of its label: a unit, a qualifier. */
export const QUALIFIER = /^(?:(?:mio|mia|mill|mrd|t?kr|dkk|ca|kroner)\.?|±)$/i;
/** Words of a cell that leave its figure a figure: units, qualifiers. */
export const FIGURE_WORDS = /(?:mio|mia|mill|mrd|million(?:er)?|milliard(?:er)?|t?kr|dkk|tdkk|kroner|t|ca|cirka|op\s+til|heraf|netto|i\s+alt|årligt|varigt)(?![a-zæøå])\.?/gi;

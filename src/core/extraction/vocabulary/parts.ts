/** The words of the parts of a document: headings, sentences that grant, annexes, pools, forms, lists of expiring grants, running heads. */

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
export const RECOMMENDATION_SENTENCE = /bevillingsudløbet\s+er\s+kategoriseret\s+som\s+(?:værende\s+)?(?:[”“"»’']?(?:et\s+)?(?:bevillings)?udløb,?\s+(?:der|som)\s+)?([^.]{1,80})/i;
/** Recommendations: the words that start them in a cell, the words by which running text counts them, and the one form in which both compare. */
export const RECOMMENDATIONS: readonly { readonly pattern: RegExp; readonly claim: RegExp; readonly value: string }[] = [
  { pattern: /^bør\s+videreføres/i, claim: /^bør\s+videreføres/i, value: 'bør videreføres' },
  { pattern: /^(?:bør\s+ikke|ikke\s+bør)\s+videreføres/i, claim: /^bør\s+ikke\s+videreføres|^ikke\s+bør\s+videreføres/i, value: 'bør ikke videreføres' },
  { pattern: /^ikke\s+relevant\s+at\s+videreføre/i, claim: /^(?:ikke\s+(?:er\s+relevant|relevant|anbefales\s+videreført)|er\s+ikke\s+relevant|anbefales\s+ikke)/i, value: 'ikke relevant at videreføre' },
  { pattern: /^politisk/i, claim: /^(?:er\s+)?(?:kategoriseret\s+som\s+)?(?:værende\s+)?politisk/i, value: 'politisk' },
];
export const COUNT_CLAIM = /(?<![\p{L}\d.,])(\d{1,3}|[a-zæøå]{2,7})\s+(?:bevillingsudløb|udløb)(?:\s*,)?\s+(?:der\s+|som\s+)?([^.;]{1,80})/giu;
/** A count of grants that is the count of all of a list. */
export const ALL_GRANTS = /(?<![a-zæøå])i\s+alt\s+\S{1,7}\s+(?:bevillings)?udløb|udløb(?:\s*,)?\s+(?:med\s+)?(?:en\s+)?samle(?:t|de)\s/i;
/** What the rows of a list of expiring grants are called. */
export const GRANTS_WORD = 'bevillingsudløb';
/** Before an amount: words that state it for all grants of a list. */
export const WHOLE_OF_GRANTS = /(?:(?<![a-zæøå])i\s+alt\s+\S{1,12}\s+(?:bevillings)?udløb|(?:bevillings)?udløb(?:ene)?\s+(?:udgør|beløber\s+sig\s+til|svarer\s+til)|samlede?\s+(?:ramme|bevilling|beløb|sum)(?:\s+for\s+(?:alle\s+)?(?:bevillings)?udløb(?:ene)?)?\s+(?:på|udgør|er))[^.;]{0,60}$/i;
/** Counts in words. */
export const COUNT_WORDS: ReadonlyMap<string, number> = new Map(['nul', 'et', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'].map((word, count) => [word, count]));
export const SECTION_BUDGET_YEAR = /\(budget\s+(?:19|20)\d\d\)\s*$/i;
export const EFFECT_HEADING = /^indsats\s+og\s+effekt\s*:?$/i;

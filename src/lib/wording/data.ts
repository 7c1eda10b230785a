/** Texts of the data files and of the page that explains them. What a column holds is said here and nowhere else. */
export const dataTexts = {
  /** In a row of a figure whose publication forbids passing its numbers on, in place of its number. */
  notPassedOn:
    'The publication’s terms forbid passing its numbers on; the column licence quotes them. Read the number on its page or at its source.',
  /** Begins the sentence of such a figure. */
  citationOnly: 'Number not passed on, by its publication’s terms',
  schemaTitle: 'Figures with all that belongs to each of them',
  /** Of every file, for portals and search engines. */
  terms:
    'The figures remain their publishers’. Each row names its publication and its terms. A number is left out only where these terms forbid passing it on.',
  /** Begins the description of a set of figures. */
  describes:
    'Published figures, each with its qualifier, days, publisher, source, counting rule and caveats:',
  shownOn: 'the figures of the page as known on',
  whole: (title: string) => `${title}: all figures`,
  caveat: 'caveat',
  /** In the order in which they stand in the files. */
  columns: {
    id: 'The name of the figure. It never changes.',
    sentence:
      'The figure as one sentence: qualifier and number, what it counts, where, for which days, who says so, and in which publication.',
    page: 'Where the figure is read on this site, for good, with what became of it.',
    location_code:
      'Where it was counted: the destination of people who left, or the place of an event. A country by its three-letter ISO code; groups of countries and parts of one by a word of ours.',
    location_name: 'The same place by its name.',
    origin_location_code: 'Where the people come from, by the same codes.',
    origin_location_name: 'The same place by its name.',
    population_group: 'Whom it counts: civilians, persons, children, refugees.',
    measure:
      'What is counted. Border crossings are not people, and measures are never added to each other.',
    statistic:
      'Stock: people in a state on a day. Flow: events within the period. Cumulative: all since the start of the period.',
    definition_id:
      'The publisher’s counting rule. Numbers by different rules are never joined or compared.',
    definition: 'What the rule counts and what it does not.',
    series:
      'The series it belongs to: measure, population, place and rule together. There is a page and a file of each.',
    reference_period_start:
      'The first day or month it speaks about; of a stock the day or month itself.',
    reference_period_end: 'The last day or month it speaks about.',
    as_of: 'The same as the end of the period, by the name that this site uses.',
    published:
      'When the publication came out: a day, a day and time with its offset, a month, or nothing where the document does not say.',
    qualifier: 'How the source puts the number. It belongs to the number wherever that goes.',
    value:
      'The number itself, in persons, cases or crossings as the measure says. Empty for ranges, words, and what is withheld, not known or not collected: empty is never zero.',
    value_low: 'The lower end of a range, as stated. There is no midpoint.',
    value_high: 'The upper end of a range, as stated.',
    bound_low:
      'The lowest number that the source’s words allow: of “more than” one above the number. Empty where they say nothing of that side.',
    bound_high:
      'The highest number that the source’s words allow: of “at least” there is none. Empty where they say nothing of that side.',
    amount: 'Qualifier and number in words, as a page shows them.',
    stated_as: 'The short phrase of the source itself.',
    not_passed_on:
      'Where the number of this row is left out: why, and where it can be read. Empty where the number is there.',
    publisher: 'Whose number it is.',
    publisher_part: 'The publisher’s part in the conflict.',
    verification:
      'Verified: case by case, by a stated standard. Reported: by a body that keeps records. Claimed: without a record behind it. Estimated: by survey, plan or rough guess.',
    obs_status:
      'The SDMX letter: A normal, P provisional, B break, D definition differs, E estimated, F forecast, U low reliability, V unvalidated, W holds others too, L not collected.',
    caveat_codes:
      'What the number does not tell, by code, the gravest first. Empty where no caveat is recorded.',
    caveats: 'The same in full sentences, in the same order.',
    caveats_from: 'Of these caveats those that became known only later, as code@day.',
    source_id: 'The publication in which it was read.',
    source: 'Its title, in our words.',
    address: 'Where it was read.',
    relay_of:
      'The publication whose number it repeats. Empty where the source is the publisher’s own.',
    licence: 'The licence as the source states it.',
    redistribution:
      'May: the publication may be passed on. Cite: its numbers are quoted as facts. Forbids: its terms forbid passing its numbers on.',
    locator: 'Page or table.',
    note: 'What else a reader needs to know of this row.',
    data_revision:
      'The state of all our data from which the file was made. It changes with any change.',
  },
  /** In the file of a map before all others, in this order. */
  mapColumns: {
    map_from: 'The first day about which a map shows this figure.',
    map_until:
      'The first day about which a map no longer shows it. Empty where there is none; the map of the newest numbers is the rows in which this is empty.',
    known_from: 'The first day on which a reader could know that.',
    known_until: 'The first day on which something else was known instead. Empty while nothing is.',
    beside:
      '“yes” where the map shows the number beside another of the same place and day, counted by another rule. The two are never added.',
  },
} as const;

/** What a file below /data/ is; of each, how its name or its folder tells. */
export const fileTexts = {
  figures: 'All figures of the situation',
  series: 'All figures of one series',
  flows: 'The figures of one map, with the days between which each was known',
  chart: 'What the charts of one series are drawn from',
  crossings: 'What the chart of the summary is drawn from',
  calendar: 'The publication days',
  table: 'All figures of a table, those without a page of their own too',
  package: 'Descriptor of the files of all figures: Frictionless Data Package',
  sources: 'All publications, as reference managers take them',
  schema: 'JSON Schema of the files of figures',
  catalogue: 'All sets of figures, for data portals: DCAT',
  latest: 'The newest data revision and the archive that keeps it',
} as const;

/** Ways in which figures are written; the name of a file ends so. */
export const formatTexts = {
  csv: 'CSV, one figure a row',
  'hxl.csv': 'The same with HXL hashtags in the second row',
  json: 'JSON, one figure a line, with a JSON Schema',
  xlsx: 'Workbook with the sheets figures, sources, caveats and definitions',
  parquet: 'Parquet, typed columns',
} as const;

/** The name of a column of the data files. */
export type ColumnName = keyof typeof dataTexts.columns;
/** The name of a column that only the file of a map has. */
export type MapColumnName = keyof typeof dataTexts.mapColumns;

/** Texts of the page that explains the files. */
export const dataPage = {
  title: 'The figures as files',
  intro:
    'Every figure leaves this site with all that belongs to it: each row of each file says qualifier, days, publisher, source, address, counting rule and caveats by itself. A row cut out of a file still says what it is.',
  whole: 'All figures',
  package: 'Descriptor with columns, sizes and hashes (Frictionless Data Package)',
  sources: {
    'csl.json': 'All publications for reference managers (CSL-JSON)',
    bib: 'The same as BibTeX',
    ris: 'The same as RIS',
  },
  parts: 'Files of a part',
  partsIntro:
    'Each page has its own files, in the same columns and in the formats named above except Parquet. In these addresses stand the names that the page itself has in its address:',
  partOf: [
    ['One series', 'series/<series>.csv'],
    ['The page of one day, the figures that it tells as known', 'days/<day>.csv'],
  ],
  endings: 'Other formats end otherwise:',
  map: {
    what: 'One map, in all its states',
    paths: ['flows/<map>.csv', 'flows/<map>.json'],
    text: 'A row of this file says for which states of the map it stands: about which days the map is, and as known on which days.',
    columns: 'Columns that only the file of a map has',
  },
  programs: 'For portals and programs',
  program: {
    index: 'Every file with its size and hash',
    latest: 'The newest state, and where it stays as it is',
    schema: 'JSON Schema of the files in JSON',
    dcat: 'Catalogue for data portals (DCAT, JSON-LD)',
    dcatTurtle: 'The same as Turtle',
  },
  cite: {
    heading: 'What we may not pass on',
    paragraphs: [
      'The figures remain their publishers’. Each row names the licence as its source states it.',
      'Some publications may be cited but not passed on. Their figures are in every file as rows with publisher, source, address, days, rule and caveats, and without the number: value, ends, bounds, amount and phrase are empty, and a column says why and where the number can be read. On the pages of this site the number stands as a quotation.',
    ],
  },
  revisions: {
    heading: 'Newest and kept',
    paragraphs: [
      'The addresses above always give the newest state. An archive of each data revision is kept for good: figures as CSV, JSON and Parquet, the publications and the schema. Its address carries the revision, and its bytes never change.',
      'The file of the newest state names the archive of the present revision. A revision changes with any change of our data, and the list of changes says what became of each figure.',
    ],
  },
  sheet: {
    heading: 'Spreadsheets',
    text: 'CSV has no byte-order mark, as LibreOffice, pandas and R read it. On a double click Excel takes it for another encoding: open the workbook, or import the CSV as Unicode. A text that a spreadsheet would take for a formula has an apostrophe before it in CSV. In the workbook text is text, and only numbers are numbers: nothing becomes a date.',
  },
  use: {
    heading: 'Taking them with a program',
    curl: 'With curl',
    python: 'With Python, and nothing else installed',
    r: 'With R',
  },
  columns: 'The columns',
  values: 'Its values',
  standard: 'Name from',
  tag: 'HXL',
  optional: 'may be empty',
  types: {
    text: 'text',
    id: 'name',
    code: 'code',
    list: 'list, separated by semicolons',
    count: 'whole number',
    day: 'day or month',
    published: 'day, moment or month',
    address: 'address',
    page: 'address',
  },
} as const;

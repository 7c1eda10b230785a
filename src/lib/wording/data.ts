/** Texts of the data files and of the page that explains them. Only these explain the columns. */
export const dataTexts = {
  /** In a row of a figure whose publication forbids passing its numbers on, in place of its number. */
  notPassedOn:
    'The publication’s terms forbid passing on its numbers. The column licence quotes the terms. Read the number on its page or at its source.',
  /** Begins the sentence of such a figure. */
  citationOnly: 'Number not passed on because of its publication’s terms',
  schemaTitle: 'Figures with all that belongs to each of them',
  /** Of every file, for portals and search engines. */
  terms:
    'The figures remain their publishers’. Each row names its publication and its terms. A number is omitted only where these terms forbid passing it on.',
  /** Begins the description of a set of figures. */
  describes:
    'Published figures, each with its qualifier, dates, publisher, source, definition and caveats:',
  shownOn: 'the figures of the page as known on',
  whole: (title: string) => `${title}: all figures`,
  caveat: 'caveat',
  /** In their order in the files. */
  columns: {
    id: 'The name of the figure. It never changes.',
    sentence:
      'The figure as one sentence: qualifier, number, what it counts, place, dates, publisher and publication.',
    page: 'The permanent page of the figure on this site, with its later history.',
    location_code:
      'Where it was counted: the destination of people who left, or the place of an event. A country has its three-letter ISO code. Groups of countries and parts of one have a code of ours.',
    location_name: 'The same place by its name.',
    origin_location_code: 'Where the people come from, in the same codes.',
    origin_location_name: 'The same place by its name.',
    population_group: 'Whom it counts: civilians, persons, children, refugees.',
    measure:
      'What is counted. Border crossings are not people, and measures are never added to each other.',
    statistic:
      'Stock: the number on a date. Flow: the number within the period. Cumulative: the total since the start of the period.',
    definition_id:
      'The publisher’s definition. Figures under different definitions are never joined or compared.',
    definition: 'What the definition counts and what it does not.',
    series:
      'The series it belongs to: measure, population, place and definition together. Each has a page and a file.',
    reference_period_start:
      'The first day or month it is about. For a stock, the day or month itself.',
    reference_period_end: 'The last day or month it is about.',
    as_of: 'The same as the end of the period, under the name used on this site.',
    published:
      'The publication date: a day, a day and time with its offset, or a month. Empty where the document gives none.',
    qualifier: 'How the source qualifies the number. Always quote it with the number.',
    value:
      'The number itself, in persons, cases or crossings as the measure says. Empty for ranges, words, and what is withheld, unknown or not collected. Empty is never zero.',
    value_low: 'The lower end of a range, as stated. There is no midpoint.',
    value_high: 'The upper end of a range, as stated.',
    bound_low:
      'The lowest number that the source’s words allow. For “more than” it is one above the number. Empty where the words set no lower limit.',
    bound_high:
      'The highest number that the source’s words allow. Empty where the words set no upper limit, as with “at least”.',
    amount: 'Qualifier and number in words, as a page shows them.',
    stated_as: 'The short phrase of the source itself.',
    not_passed_on:
      'Why the number of this row is omitted and where it can be read. Empty where the number is given.',
    publisher: 'Who published the figure as its own.',
    publisher_part: 'The publisher’s part in the conflict.',
    verification:
      'Verified: case by case, under a stated standard. Reported: by a body that keeps records. Claimed: without a record behind it. Estimated: by survey, plan or rough guess.',
    obs_status:
      'The SDMX letter. A normal, P provisional, B break, D definition differs, E estimated. F forecast, U low reliability, V unvalidated, W includes another category, L not collected.',
    caveat_codes:
      'The codes of its caveats, the most serious first. Empty where no caveat is recorded.',
    caveats: 'The same caveats in full sentences, in the same order.',
    caveats_from: 'Those of these caveats that became known only later, as code@day.',
    source_id: 'The publication in which it was read.',
    source: 'Its title, in our words.',
    address: 'Where it was read.',
    relay_of:
      'The publication whose figure it repeats. Empty where the source is the publisher’s own.',
    licence: 'The licence as the source states it.',
    redistribution:
      'May: the publication may be passed on. Cite: its numbers are quoted as facts. Forbids: its terms forbid passing on its numbers.',
    locator: 'Page or table.',
    note: 'What else a reader needs to know about this row.',
    data_revision:
      'The state of all our data from which the file was made. It changes with any change.',
  },
  /** In the file of a map before all others, in this order. */
  mapColumns: {
    map_from: 'The first date for which a map shows this figure.',
    map_until:
      'The first date for which a map no longer shows it. Empty where there is none. The map of the newest figures is the rows in which this is empty.',
    known_from: 'The first day on which this was known.',
    known_until: 'The first day on which other information replaced it. Empty until then.',
    beside:
      '“yes” where the map shows the figure beside another for the same place and date, under another definition. The two are never added.',
  },
} as const;

/** What a file below /data/ is, by its name or folder. */
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
    'Each row of each file has the qualifier, dates, publisher, source, address, definition and caveats of its figure. A row copied out of a file still explains itself.',
  whole: 'All figures',
  package: 'Descriptor with columns, sizes and hashes (Frictionless Data Package)',
  sources: {
    'csl.json': 'All publications for reference managers (CSL-JSON)',
    bib: 'The same as BibTeX',
    ris: 'The same as RIS',
  },
  parts: 'Files of a part',
  partsIntro:
    'Each page has its own files, with the same columns and in the formats named above except Parquet. Use the names from the page’s own address:',
  partOf: [
    ['One series', 'series/<series>.csv'],
    ['The figures on the page of one day', 'days/<day>.csv'],
  ],
  endings: 'Endings of the formats:',
  map: {
    what: 'One map, in all its states',
    paths: ['flows/<map>.csv', 'flows/<map>.json'],
    text: 'Each row says to which states of the map it belongs: for which dates, and as known when.',
    columns: 'Columns only in the file of a map',
  },
  programs: 'For portals and programs',
  program: {
    index: 'Every file with its size and hash',
    latest: 'The newest state and its permanent archive',
    schema: 'JSON Schema of the files in JSON',
    dcat: 'Catalogue for data portals (DCAT, JSON-LD)',
    dcatTurtle: 'The same as Turtle',
  },
  cite: {
    heading: 'What we may not pass on',
    paragraphs: [
      'The figures remain their publishers’. Each row names the licence as its source states it.',
      'Some publications may be cited but not passed on. Every file has their figures as rows, but without the number. Value, ends, bounds, amount and phrase are empty. A column says why, and where the number can be read. The pages of this site quote the number.',
    ],
  },
  revisions: {
    heading: 'Newest and kept',
    paragraphs: [
      'The addresses above always give the newest state. For a copy that never changes, use the address with the data revision. Each archive has the figures as CSV, JSON and Parquet, the publications and the schema.',
      'The file of the newest state names the archive of the present revision. A revision changes with any change of our data. The list of changes says what happened to each figure.',
    ],
  },
  sheet: {
    heading: 'Spreadsheets',
    text: 'CSV has no byte-order mark, because LibreOffice, pandas and R read it that way. Excel misreads it on a double click: open the workbook, or import the CSV as Unicode. In CSV, a text that a spreadsheet would take for a formula begins with an apostrophe. In the workbook text is text and only numbers are numbers. Nothing becomes a date.',
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

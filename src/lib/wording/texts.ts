/**
 * Every text of the interface, in English. A further language is a further object of this shape.
 * No figure is typed here: numbers come from the seeds.
 */
export const texts = {
  siteName: 'Caveat',
  siteLine: 'Casualty and refugee figures, each with its source and what it leaves out.',
  skip: 'Skip to the figures',
  nav: {
    summary: 'Summary',
    days: 'All days',
    series: 'Series',
    sources: 'Sources',
    caveats: 'Caveats',
    methods: 'Methods',
    label: 'Site',
  },
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  monthsShort: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  qualifiers: {
    exact: '',
    at_least: 'at least',
    more_than: 'more than',
    about: 'about',
    nearly: 'nearly',
    up_to: 'up to',
  },
  missing: {
    withheld: 'withheld by the publisher',
    unknown: 'not known',
    not_collected: 'not collected',
  },
  verification: {
    verified: 'verified',
    reported: 'reported',
    claimed: 'claimed',
    estimated: 'estimated',
  },
  statistic: {
    stock: 'stock: people in a state on a day',
    flow: 'flow: events within the period',
    cumulative: 'cumulative: all since the start of the period',
  },
  sourceKind: {
    report: 'report',
    statement: 'statement',
    portal_state: 'state of a data portal',
    news: 'news text',
    dataset: 'data set',
  },
  redistribution: {
    may: 'its figures may be passed on with their source',
    cite: 'its figures are quoted here; the publication itself may not be passed on',
  },
  undated: 'no publication day given',
  relays: 'repeats',
  noCaveat: 'No caveat recorded.',
  asOf: 'as of',
  onDay: 'as of',
  thatDay: 'on',
  inMonth: 'in',
  toDay: 'to',
  inSource: 'in',
  definition: 'How it is counted',
  statedAs: 'In the words of the source:',
  ofThese: 'Of these:',
  earlierPart: 'In an earlier count:',
  alsoSaid: 'Also said that day',
  claims: 'Others say',
  noHeadline: 'No verified or counted figure was known on this day.',
  differs: {
    begins: 'It differs by',
    other: {
      measure: 'what is counted',
      population: 'whom it counts',
      place: 'place',
      period: 'days',
      proof: 'proof',
    },
    onlySpeaker: 'It differs by who counts, and by which rule.',
  },
  since: {
    heading: 'What became of these figures since',
    intro:
      'This list alone looks past the day of this page: what stood then, what stands now, since when, who says so, and why.',
    none: 'None of the figures on this page has been revised or corrected since.',
    then: 'then',
    now: 'now',
    lead: {
      revised: '',
      undated: 'A text that gives no publication day has another number.',
      recounted:
        'The publisher has since counted the same days by another rule; the two are not compared.',
      corrected: 'We had written it wrong.',
    },
    why: 'Why:',
    notPublished: 'no reason published.',
    correctedOn: 'Put right by us on',
  },
  notes: {
    short: 'Notes',
    heading: 'Notes: what these figures leave out, how they are counted, where they come from',
    caveats: 'What these figures do not tell',
    definitions: 'How they are counted',
    sources: 'Sources of what is shown here',
    saidBy: 'Said by:',
  },
  allFigures: 'All figures as',
  ownHouse: 'No cookies, no tracking.',
  original: 'the publication',
  readIn: 'the text it was read in',
  notNewer: 'Nothing newer by this publisher is known here.',
  knownOn: 'As known on',
  newestState: ', the newest publication day.',
  pastState: '. No figure or event that became known later is on this page.',
  newest: 'Newest',
  calendar: 'All publication days',
  goTo: 'As known on the day',
  go: 'Go',
  tooEarly: 'Nothing had been published yet on that day.',
  sections: { flows: 'Map', chart: 'Chart', changes: 'Changes', events: 'Context', notes: 'Notes' },
  headings: {
    sections: 'On this page',
    victims: 'Counters',
    flows: 'Where people crossed the border',
    chart: 'Crossings by country since 24 February 2022',
    changes: 'What changed in the last seven days',
    events: 'Context',
  },
  changes: {
    none: 'Nothing shown here changed in the seven days before.',
    updates: 'Newer figures stand above. Before them, within the last seven days, these stood:',
    revisions: 'The publisher gave another value for the same days:',
    before: 'before',
    now: 'now',
    noDifference:
      'No difference is shown: the rise between two updates mixes new events with cases confirmed later.',
  },
  eventKinds: {
    talks: 'Talks.',
    call: 'Call.',
    method: 'Change of method.',
    milestone: 'Publication.',
  },
  days: {
    heading: 'All publication days',
    intro:
      'Each day on which a source came out has a page that shows what could be known then, and nothing published later.',
    count: 'days so far, by month:',
  },
  table: {
    what: 'What is counted',
    days: 'Of which days',
    figure: 'Figure',
    who: 'Who says so, in which words',
    source: 'Source and when it came out',
    notes: 'Notes',
  },
  seriesList: {
    heading: 'Series',
    intro:
      'A series is one publisher’s count of one thing, of one group of people, in one place, by one rule. A new rule is a new series. Behind each stands how many figures it has.',
  },
  seriesPage: {
    statistic: 'Kind of statistic:',
    inUse: 'In use',
    from: 'from',
    until: 'until',
    break: 'Break in the series',
    figures: 'All figures, with every value ever published',
    order: 'Newest day first; of one day, in the order in which they came out.',
    beside: 'Beside this series',
    besideIntro:
      'Other rules and other publishers on the same subject. They are not added to this series, and no line joins them.',
  },
  sourceList: {
    intro: 'Every publication from which figures or events were taken, newest first. In all',
    figures: 'figures:',
  },
  sourcePage: {
    publisher: 'Whose numbers',
    published: 'Published',
    read: 'Read by us',
    kind: 'Kind',
    repeats: 'Repeats a number published on',
    address: 'Address',
    licence: 'Licence',
    note: 'Remark',
    figures: 'Figures taken from it',
    caption: 'Every figure of this publication, in its own order.',
  },
  withdrawn: {
    heading: 'Withdrawn',
    intro:
      'Figures that were published here and are no longer. Nothing on this site counts on them.',
    on: 'Withdrawn on',
    said: 'It had said:',
    caveats: 'Its caveats were:',
    seriesIntro: 'Every figure of this series was withdrawn. Its address stays.',
  },
  /** For whoever keeps the figures, in the terminal. */
  ledger: {
    fresh: 'new',
    changed: 'changed',
    withdrawn: 'withdrawn',
    was: 'was:',
    is: 'is: ',
    same: 'reads as before:',
    record: 'on record:',
    on: 'on',
    pages: 'pages',
    nothing: 'nothing',
  },
  caveatList: {
    heading: 'What these figures do not tell',
    intro: 'Every caveat, the gravest first, with the series it stands on.',
    on: 'On',
    series: 'series',
  },
  notFound: {
    heading: 'There is no page at this address',
    intro:
      'A day has a page only when a source came out on it. Addresses of this site do not change once published; perhaps a letter is missing.',
    summary: 'The newest summary',
    days: 'All publication days',
    series: 'All series',
    sources: 'All sources',
  },
  map: {
    legend: 'Border crossings since 24 February 2022',
    scale:
      'The width of an arrow grows with the square root of the number, on one scale for all days.',
    asOf: 'numbers as of',
    otherDate: 'A number of another day says so.',
    word: 'an amount given in words',
    schematic: 'Arrows are schematic: from where to where, not the way people took.',
    borders: 'Borders are for orientation. Crimea is drawn with Ukraine, following',
    resolution: 'United Nations General Assembly resolution 68/262',
    policy: 'About the map',
    title: 'Map of border crossings out of Ukraine',
  },
  chart: {
    alt: 'Line chart of cumulative border crossings out of Ukraine by country of arrival; the values stand in the table below.',
    tableCaption:
      'The end of each line: its newest value and the last one of the months before, by one rule.',
    note: 'A step is drawn only between days for which a number was published. Lines stop where the counting rule changed and where nothing was published for more than forty-five days.',
    line: 'Crossings',
    from: 'from',
    to: 'to',
    values: 'Value, and the day it speaks about',
    breaks: 'Where a line breaks',
    million: 'million',
  },
  /** Why a sum, difference or share is refused. */
  refusals: {
    'different-measures': 'These figures count different things, so they are not calculated with.',
    'different-statistics':
      'One is a number on a day, the other a number over a period; they are not calculated with.',
    'different-definitions': 'They follow different counting rules, so they are not compared.',
    'different-places': 'They speak of different places.',
    'not-a-part': 'One is not known to be a part of the other, so no share is worked out.',
    'different-dates': 'They speak of different days, so they are not calculated with.',
    'different-publishers': 'Two publishers’ numbers are shown side by side and never merged.',
    'different-populations': 'They count different groups of people.',
    'part-with-whole': 'One is part of the other; adding them would count the same people twice.',
    overlapping: 'They count some of the same people, so they are not added.',
    'cumulative-per-day':
      'The rise between two updates mixes new events with older cases that were confirmed in between; it is not the toll of those days.',
    'across-a-break': 'The counting rule changed in between, so no difference is drawn across it.',
    'no-number': 'At least one of them is not a number, and none is made up for it.',
    'open-ended':
      'Both are floors: the true numbers lie somewhere above them, so how far apart they are is not known.',
    'counted-twice':
      'People can be in the figure of more than one country, so countries do not add up to a total.',
    'too-few': 'There is nothing to calculate with.',
  },
} as const;

/** "1 more note", "3 more notes". */
export const moreNotesText = (count: number): string =>
  `${count} more ${count === 1 ? 'note' : 'notes'}`;

/** How many figures of a page of a past day changed since; the words after the count. */
export const sinceText = (count: number): string =>
  count === 1
    ? 'of the figures on this page has been revised or corrected since.'
    : 'of the figures on this page have been revised or corrected since.';

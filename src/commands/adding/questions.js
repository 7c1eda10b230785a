/** The answer for a publication without a day of its own: an empty one could be a forgotten one. */
export const NOT_GIVEN = 'not given';

/** What is asked for each column, in the words of seeds/README.md. */
export const SOURCE_QUESTIONS = {
  publisher: 'Which publisher’s figures does it give?',
  published:
    'When was it published? (YYYY-MM-DD, with time and offset if given; a month; or: not given)',
  id: 'Its name, a permanent part of addresses',
  title: 'Title: who, what, which date, without a figure',
  kind: 'What kind of publication is it?',
  address: 'Address where you read it (https)',
  retrieved: 'The day on which you read it',
  relay_of: 'Which publication does it repeat? (empty for an original)',
  repeats: 'The day of the figure it repeats, if older than the publication (or empty)',
  licence: 'Licence, as stated',
  redistribution: 'What do its terms say about passing it on?',
  caveats: 'Caveats for all its figures (codes separated by ";", or empty)',
  note: 'A note readers need, without figures (or empty)',
};

export const FIGURE_QUESTIONS = {
  measure: 'What is counted?',
  population: 'Whom does it count?',
  origin: 'Where do people come from?',
  place: 'Where, or where to?',
  definition: 'Under which definition?',
  period_start: 'Counted from which day or month?',
  as_of: 'As of which day or month?',
  amount: 'The number, as the publication puts it',
  stated_as: 'The short phrase of the publication (or empty)',
  verification: 'How sure is it?',
  status: 'What kind of number is it?',
  caveats: 'Caveats for this figure alone (codes separated by ";", or none)',
  locator: 'Page or table (or empty)',
  note: 'A note, without figures (or empty)',
};

export const PLACE_QUESTIONS = {
  id: 'Its code: three capitals for a country (ISO 3166-1)',
  label: 'Its name',
  in_phrase: 'In a sentence, as a place where something is',
  to_phrase: 'In a sentence, as a destination',
  kind: 'What is it?',
  part_of: 'Part of which places? (codes separated by ";", or empty)',
  iso_numeric: 'ISO 3166-1 numeric, three digits (needed for a country on a map)',
  longitude: 'Longitude in degrees, where an arrow ends',
  latitude: 'Latitude in degrees',
};

export const MEASURE_QUESTIONS = {
  id: 'A short name for what is counted, such as arrivals',
  label: 'Its label ("New arrivals")',
  phrase: 'After a number ("new arrivals")',
  drawn_as: 'How is it drawn on a map?',
};

export const POPULATION_QUESTIONS = {
  id: 'A short name for whom it counts',
  label: 'Its label',
  phrase: 'After a number ("persons")',
  part_of: 'Part of which populations? (separated by ";", or empty)',
};

export const PUBLISHER_QUESTIONS = {
  id: 'A short name for it, such as unhcr',
  name: 'Its full name',
  short: 'Its name in at most 24 characters',
  kind: 'What kind of body is it? (or empty)',
  part: 'Its part, as readers see it beside a claim ("United Nations; not a party")',
  is_party: 'Is it a party to the conflict?',
  order: 'Its place among claims: a number that no other publisher has',
};

export const DEFINITION_QUESTIONS = {
  id: 'A short name for the definition',
  publisher: 'Which publisher’s definition is it?',
  measures: 'Which measures does it cover? (separated by ";")',
  statistic: 'Which kind of statistic does it give?',
  label: 'Its label',
  text: 'What is counted and what is not, in our words',
  from: 'The first day it covers (or empty)',
  until: 'The last day it covers (or empty)',
  replaces: 'Which definition does it replace? (or empty)',
  break_day: 'The day of that break (or empty)',
  break_reason: 'Its reason, as published, or: no reason published (empty without a break)',
  caveats: 'Caveats for all its figures (codes separated by ";", or empty)',
};

/** Cells with few possible texts, with what each means. */
export const CHOICES = {
  'sources.kind': [
    ['report', 'a document'],
    ['statement', 'something said or posted'],
    ['portal_state', 'what a data portal showed'],
    ['news', 'a news text'],
    ['dataset', 'a file of data'],
  ],
  'sources.redistribution': [
    ['cite', 'its numbers are quoted, the publication is not passed on'],
    ['may', 'the publication may be passed on'],
    ['forbids', 'its terms forbid passing on its numbers: quote the terms as the licence'],
  ],
  'measures.drawn_as': [
    ['none', 'not at all: it is not about places of arrival'],
    ['arrow', 'as a way from one place to another'],
    ['circle', 'as people who are somewhere'],
  ],
  'figures.verification': [
    ['reported', 'by a body that keeps records'],
    ['verified', 'case by case, under a stated standard'],
    ['claimed', 'without a record behind it'],
    ['estimated', 'by survey, plan or rough guess'],
  ],
  'figures.status': [
    ['A', 'normal'],
    ['P', 'provisional, such as a running count'],
    ['B', 'first after a break'],
    ['D', 'definition differs'],
    ['E', 'estimated'],
    ['F', 'forecast'],
    ['U', 'low reliability'],
    ['V', 'unvalidated: governments and parties'],
    ['W', 'includes another category'],
    ['L', 'not collected'],
  ],
  'places.kind': [
    ['country', ''],
    ['region', ''],
    ['city', ''],
    ['territory', ''],
    ['group', 'of countries'],
  ],
  'publishers.is_party': [
    ['no', ''],
    ['yes', ''],
  ],
  'definitions.statistic': [
    ['stock', 'the number on a date'],
    ['flow', 'the number within a period'],
    ['cumulative', 'the total since a start'],
  ],
};

/** The columns of each table, in the order in which they stand. `seeds/README.md` says what they mean. */
export const COLUMNS = {
  measures: ['id', 'label', 'phrase', 'drawn_as', 'caveats', 'map_heading', 'counted', 'explained'],
  populations: ['id', 'label', 'phrase', 'part_of'],
  places: [
    'id',
    'label',
    'in_phrase',
    'to_phrase',
    'kind',
    'part_of',
    'iso_numeric',
    'longitude',
    'latitude',
  ],
  publishers: ['id', 'name', 'short', 'kind', 'part', 'is_party', 'order'],
  caveats: [
    'code',
    'gravity',
    'label',
    'text',
    'said_by',
    'short',
    'effects',
    'measures',
    'populations',
    'places',
  ],
  definitions: [
    'id',
    'publisher',
    'measures',
    'statistic',
    'label',
    'text',
    'from',
    'until',
    'replaces',
    'break_day',
    'break_reason',
    'caveats',
  ],
  breaks: ['id', 'day', 'until', 'before', 'after', 'places', 'what', 'reason', 'said_by'],
  sums: ['id', 'definitions', 'by', 'whole', 'parts', 'said_by'],
  'map-policy': ['name', 'longitude', 'latitude', 'iso_numeric', 'reason', 'note'],
  'map-ribbons': [
    'frame',
    'way',
    'start',
    'first_bend',
    'second_bend',
    'end',
    'wide',
    'wide_anchor',
    'phone',
    'phone_anchor',
  ],
  'map-names': ['frame', 'kind', 'text', 'drawing', 'at', 'turn'],
  'population-groups': [
    'portal',
    'group',
    'name',
    'places',
    'way',
    'measure',
    'population',
    'definition',
    'period_start',
    'from',
    'until',
    'verification',
    'status',
    'caveats',
    'said_by',
  ],
  'place-names': ['name', 'place', 'said_by'],
  sources: [
    'id',
    'publisher',
    'title',
    'kind',
    'address',
    'published',
    'retrieved',
    'relay_of',
    'repeats',
    'licence',
    'redistribution',
    'caveats',
    'note',
  ],
  figures: [
    'measure',
    'population',
    'origin',
    'place',
    'definition',
    'period_start',
    'as_of',
    'value',
    'value_high',
    'qualifier',
    'stated_as',
    'verification',
    'status',
    'caveats',
    'locator',
    'note',
  ],
  /** Not a file: what is published of a table of figures (Parquet). */
  tables: ['id', 'rows', 'mark'],
  /** Not a file: what `situation.yaml` names that is part of addresses. */
  addresses: ['kind', 'id'],
  events: ['id', 'day', 'kind', 'text', 'source'],
  corrections: ['figure', 'column', 'old', 'new', 'day', 'kind', 'reason'],
  published: ['thing', 'id', 'says'],
  signed: ['rule', 'figure', 'other', 'day', 'signed_by', 'reason'],
} as const;

/** Columns that came later than their tables: where one is missing its cells are empty, and filling it changes nothing. */
export const LATER_COLUMNS: Partial<Record<keyof typeof COLUMNS, readonly string[]>> = {
  measures: ['map_heading', 'counted', 'explained'],
  'map-policy': ['note'],
};

export type TableName = keyof typeof COLUMNS;
export type Column<N extends TableName> = (typeof COLUMNS)[N][number];

/** What tells one person from another. None of it may enter a file that only ever counts people. */
const PERSON_LEVEL =
  /name|^(?:sur|fore|last|first)|birth|^dob$|^age$|passport|phone|mobile|e-?mail|address|street|national_id|tax|person_id|case_id|gps|photo|religion|ethnic|patronymic|contact/;

export function isPersonLevel(header: string): boolean {
  return PERSON_LEVEL.test(
    header
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
}

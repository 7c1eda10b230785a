import { BadValue, badValue } from '#lib/values/bad-value.ts';
import { parseDay } from '#lib/values/day.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parseCaption } from '#lib/values/free-text.ts';
import { parseWhole } from '#lib/values/whole.ts';
import type { Entry } from './entry.ts';
import { readFrame } from './frame.ts';
import type { CounterPlan, Figure, Frame, Place, Situation } from './model.ts';
import { readMapPlan, type MapWords } from './map-plan.ts';
import { readPlaced } from './placed.ts';
import type { Register } from './register.ts';

const KEYS = [
  'id',
  'title',
  'country',
  'start',
  'claims_within_days',
  'counters',
  'chart',
  'frames',
  'maps',
  'apart',
] as const;

/** The keys of a situation, before the figures are known which they name. */
export type SituationFields = Record<(typeof KEYS)[number], Entry> & {
  readonly questions?: Entry;
};

/** The country is needed first: figures from elsewhere are named after where they come from. */
export function readFields(
  root: Entry,
  places: Register<Place>,
): { fields: SituationFields; country: Place | null } | null {
  const fields = root.fieldsOf(KEYS, ['questions']);
  return fields === null ? null : { fields, country: fields.country.read(places.find) };
}

/** `folder` is the name of the folder in which the file lies, and so the situation's id. */
export function readSituation(
  folder: string,
  { fields, country }: { fields: SituationFields; country: Place | null },
  places: Register<Place>,
  series: Register<Figure>,
  words: MapWords,
): Omit<Situation, 'drawings'> | null {
  const seriesIn = (entry: Entry) => readSeries(entry, series);
  const id = fields.id.read((text) => {
    if (text !== folder) throw badValue(`the folder's name, ${folder}`, text);
    return parseIdentifier(text);
  });
  const title = fields.title.read(parseCaption);
  const start = fields.start.read(parseDay);
  const claimsWithinDays = fields.claims_within_days.read((text) =>
    parseWhole(text, 'a whole number of days'),
  );
  const ids = new Set<string>();
  const counters = fields.counters.list((entry) => readCounter(entry, ids, seriesIn));
  const chart = fields.chart.list((entry) => readLine(entry, places, seriesIn, series));
  refuseTwice(chart, fields.chart);
  const mapIds = new Set<string>();
  const frames = readFrames(fields, country, places);
  const maps = fields.maps.list((entry) => readMapPlan(entry, mapIds, words, frames));
  const apart = fields.apart.list((entry) => readExample(entry, places));
  const asked = new Set<string>();
  const questions = fields.questions
    ? fields.questions.list((entry) => readQuestion(entry, asked, words))
    : [];
  if (id === null || title === null || country === null || start === null) return null;
  if (claimsWithinDays === null || counters === null || chart === null) return null;
  if (frames === null || maps === null || apart === null || questions === null) return null;
  const shown = { counters, chart, frames, maps, apart, questions };
  return { id, title, country, start, claimsWithinDays, ...shown };
}

/** A measure answers one question: its series would be listed twice. */
function readQuestion(
  entry: Entry,
  asked: Set<string>,
  words: MapWords,
): Situation['questions'][number] | null {
  const fields = entry.fields(['label', 'measures']);
  if (fields === null) return null;
  const label = fields.label.read(parseCaption);
  const measures = fields.measures.list((item) =>
    item.read((text) => {
      if (asked.has(text)) throw badValue('each measure once', text, 'delete the second');
      asked.add(text);
      return words.measures.find(text);
    }),
  );
  return label === null || measures === null ? null : { label, measures };
}

function readExample(entry: Entry, places: Register<Place>): Situation['apart'][number] | null {
  const fields = entry.fields(['place', 'as_of']);
  if (fields === null) return null;
  const place = fields.place.read(places.find);
  const asOf = fields.as_of.read(parseDay);
  return place === null || asOf === null ? null : { place, asOf };
}

/** The country, drawn apart on each, is found on the base map by its number. */
function readFrames(
  fields: SituationFields,
  country: Place | null,
  places: Register<Place>,
): Frame[] | null {
  const ids = new Set<string>();
  const frames = fields.frames.list((entry) => readFrame(entry, ids, places));
  if (frames !== null && frames.length > 0 && country?.isoNumeric === null) {
    const wayOut = 'add iso_numeric to places.csv; it is drawn apart';
    fields.country.refuse(badValue('a country that a map can find', country.id, wayOut).message);
  }
  return frames;
}

function readCounter(
  entry: Entry,
  ids: Set<string>,
  seriesIn: (entry: Entry) => string[] | null,
): CounterPlan | null {
  const fields = entry.fields(['id', 'label', 'headline', 'parts', 'claims']);
  if (fields === null) return null;
  const id = fields.id.read((text) => {
    if (ids.has(text)) throw badValue('each counter once', text, 'another counter has this id');
    ids.add(text);
    return parseIdentifier(text);
  });
  const label = fields.label.read(parseCaption);
  const headline = seriesIn(fields.headline);
  const parts = fields.parts.list((part) => {
    const cells = part.fields(['label', 'series']);
    if (cells === null) return null;
    const [partLabel, series] = [cells.label.read(parseCaption), seriesIn(cells.series)];
    return partLabel === null || series === null ? null : { label: partLabel, series };
  });
  const claims = seriesIn(fields.claims);
  if (headline?.length === 0) {
    fields.headline.refuse('expected at least one series, found none; a counter shows something');
  }
  const own = claims?.find((claim) => headline?.includes(claim));
  if (own !== undefined) {
    fields.claims.refuse(
      `expected series beside the headline, found ${own} of the headline; delete it here`,
    );
  }
  if (id === null || label === null || headline === null || parts === null) return null;
  return claims === null ? null : { id, label, headline, parts, claims };
}

interface Line {
  readonly place: Place;
  readonly series: readonly string[];
}

/** A line of the chart. Its series all lead to its place, or its label would lie. */
function readLine(
  entry: Entry,
  places: Register<Place>,
  seriesIn: (entry: Entry) => string[] | null,
  known: Register<Figure>,
): Line | null {
  const fields = entry.fields(['place', 'series']);
  if (fields === null) return null;
  const place = readPlaced(fields.place, places);
  const series = seriesIn(fields.series);
  if (place === null || series === null) return null;
  const stray = series.find((id) => known.records.get(id)?.place.id !== place.id);
  if (stray === undefined) return { place, series };
  const found = known.records.get(stray)?.place.id ?? '';
  fields.series.refuse(`expected series to ${place.id}, found ${stray} to ${found}`);
  return null;
}

function readSeries(entry: Entry, known: Register<Figure>): string[] | null {
  const once = new Set<string>();
  return entry.list((item) =>
    item.read((text) => {
      if (once.has(text)) throw badValue('each series once', text, 'delete the second');
      once.add(text);
      return known.find(text).series;
    }),
  );
}

function refuseTwice(lines: readonly Line[] | null, entry: Entry): void {
  const ids = (lines ?? []).map(({ place }) => place.id);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice === undefined) return;
  entry.refuse(
    new BadValue(`expected each place once, found ${twice} twice; make one entry`).message,
  );
}

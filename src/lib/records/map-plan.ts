import { badValue } from '#lib/values/bad-value.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parseText } from '#lib/values/text.ts';
import type { Entry } from './entry.ts';
import type { Definition, MapPlan, Measure, Place } from './model.ts';
import { readPlaced } from './placed.ts';
import type { Register } from './register.ts';

/** What the maps of a situation are made of. */
export interface MapWords {
  readonly places: Register<Place>;
  readonly measures: Register<Measure>;
  readonly definitions: Register<Definition>;
}

/** One entry of `maps`; `ids` are those of the maps before it. Arrows and circles on one map are refused. */
export function readMapPlan(entry: Entry, ids: Set<string>, words: MapWords): MapPlan | null {
  const fields = entry.fields(['id', 'label', 'measures', 'rules', 'beside', 'places']);
  if (fields === null) return null;
  const id = fields.id.read((text) => {
    if (ids.has(text)) throw badValue('each map once', text, 'another map has this id');
    ids.add(text);
    return parseIdentifier(text);
  });
  const label = fields.label.read(parseText);
  const measures = fields.measures.list((one) => one.read(words.measures.find));
  const rules = fields.rules.list((one) => one.read(words.definitions.find));
  const beside = fields.beside.list((one) => one.read(words.definitions.find));
  const places = fields.places.list((one) => readPlaced(one, words.places));
  if (measures !== null) {
    const shapes = new Set(measures.map(({ drawnAs }) => drawnAs));
    if (shapes.size !== 1 || shapes.has('none'))
      fields.measures.refuse('expected measures of one shape, arrows or circles; make two maps');
  }
  if (rules?.length === 0) fields.rules.refuse('expected at least one rule, found none');
  if (places?.length === 0) fields.places.refuse('expected at least one place, found none');
  if (id === null || label === null || measures === null || rules === null) return null;
  return beside === null || places === null ? null : { id, label, measures, rules, beside, places };
}

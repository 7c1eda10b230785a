import { badValue } from '#lib/values/bad-value.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parseCaption } from '#lib/values/free-text.ts';
import type { Entry } from './entry.ts';
import type { Definition, Frame, MapPlan, Measure } from './model.ts';
import type { Register } from './register.ts';
import { Unreadable } from './row.ts';

/** What the maps of a situation are made of. */
export interface MapWords {
  readonly measures: Register<Measure>;
  readonly definitions: Register<Definition>;
}

/** One entry of `maps`; `ids` are those of the maps before it. Arrows and circles on one map are refused. */
export function readMapPlan(
  entry: Entry,
  ids: Set<string>,
  words: MapWords,
  frames: readonly Frame[] | null,
): MapPlan | null {
  const fields = entry.fields(['id', 'label', 'measures', 'rules', 'beside', 'frame']);
  if (fields === null) return null;
  const id = fields.id.read((text) => {
    if (ids.has(text)) throw badValue('each map once', text, 'another map has this id');
    ids.add(text);
    return parseIdentifier(text);
  });
  const label = fields.label.read(parseCaption);
  const measures = fields.measures.list((one) => one.read(words.measures.find));
  const rules = fields.rules.list((one) => one.read(words.definitions.find));
  const beside = fields.beside.list((one) => one.read(words.definitions.find));
  const frame = fields.frame.read((text) => {
    // Faulty frames are told where they stand, not once more here.
    if (frames === null) throw new Unreadable();
    const found = frames.find((one) => one.id === text);
    if (found) return found;
    const known = frames.map((one) => one.id).join(', ');
    throw badValue(
      'a frame of this file',
      text,
      known === '' ? 'describe one under frames' : `write one of ${known}`,
    );
  });
  if (measures !== null) {
    const shapes = new Set(measures.map(({ drawnAs }) => drawnAs));
    if (shapes.size !== 1 || shapes.has('none'))
      fields.measures.refuse('expected measures of one shape, arrows or circles; make two maps');
  }
  if (rules?.length === 0) fields.rules.refuse('expected at least one definition, found none');
  if (id === null || label === null || measures === null || rules === null) return null;
  return beside === null || frame === null ? null : { id, label, measures, rules, beside, frame };
}

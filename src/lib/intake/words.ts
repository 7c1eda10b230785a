import { BadValue } from '#lib/values/bad-value.ts';
import { nearest } from '#lib/values/nearest.ts';
import type { Faults } from '#lib/records/fault.ts';
import type { FigureWordLists } from '#lib/records/figure.ts';
import type { Library, Place } from '#lib/records/model.ts';
import { readPlaceNames } from '#lib/records/place-names.ts';
import { readPopulationGroups } from '#lib/records/population-groups.ts';
import type { PopulationGroup } from '#lib/records/population-groups.ts';
import { Register } from '#lib/records/register.ts';
import { readWordTable } from '#lib/records/word-table.ts';
import { expected } from './refusal.ts';

/** What an import has to know of the seeds: their words, groups and names of places. */
export interface IntakeWords {
  readonly library: Library;
  readonly lists: FigureWordLists;
  readonly groups: readonly PopulationGroup[];
  /** By name in small letters. */
  readonly placeNames: ReadonlyMap<string, Place>;
}

/** `texts` are those from which the library was read, so that nothing in them is at fault. */
export function intakeWords(
  library: Library,
  texts: Readonly<Record<string, string>>,
): IntakeWords {
  const found = <T>(what: string, file: string, records: ReadonlyMap<string, T>) =>
    new Register(what, file, records, new Set(), true);
  const lists: FigureWordLists = {
    measures: found('a measure', 'measures.csv', library.measures),
    populations: found('a population', 'populations.csv', library.populations),
    places: found('a place', 'places.csv', library.places),
    definitions: found('a definition', 'definitions.csv', library.definitions),
    caveats: found('a caveat', 'caveats.csv', library.caveats),
  };
  const faults: Faults = [];
  const { id } = library.situation;
  const groups = readWordTable('population-groups', texts, id, faults);
  const names = readWordTable('place-names', texts, id, faults);
  const placeNames = new Map<string, Place>();
  for (const place of library.places.values()) placeNames.set(place.label.toLowerCase(), place);
  if (names)
    for (const [name, place] of readPlaceNames('place-names.csv', names, lists.places).records)
      placeNames.set(name.toLowerCase(), place);
  return {
    library,
    lists,
    placeNames,
    groups: groups ? readPopulationGroups('population-groups.csv', groups, lists) : [],
  };
}

/** A row that adds up others. */
const SUM = /^(?:(?:grand |sub-?)?totals?|sum|all(?: countries)?|overall|altogether)\b/i;

export const isSumName = (name: string): boolean => SUM.test(name.trim());

/**
 * The place that a file means by a name, a code or both. `own` are the mapping's names; `hasMapping` says whether there is one, in
 * which a way out can be written.
 * @throws {BadValue} for a place that is not here, and where name and code are of two places.
 */
export function placeOf(
  words: IntakeWords,
  name: string,
  code: string,
  own: ReadonlyMap<string, string> = new Map(),
  hasMapping = false,
): Place {
  const bare = name.trim().replace(/\*+$/, '').trim();
  const byCode = code.trim() === '' ? null : placeByCode(words, code.trim(), own);
  if (bare === '') {
    if (byCode !== null) return byCode;
    throw new BadValue(expected('the name or code of a place', '', 'a number belongs to a place'));
  }
  const byName = placeByName(words, bare, name.trim(), own, hasMapping);
  if (byCode !== null && byCode.id !== byName.id) {
    const found = `${name.trim()} beside ${code.trim()}`;
    throw new BadValue(
      expected(
        'name and code of one place',
        found,
        `the code is that of ${byCode.label}; either of the two may be meant`,
      ),
    );
  }
  return byName;
}

function placeByName(
  words: IntakeWords,
  bare: string,
  whole: string,
  own: ReadonlyMap<string, string>,
  hasMapping: boolean,
): Place {
  const mapped = own.get(whole) ?? own.get(bare);
  const place =
    (mapped === undefined ? undefined : words.library.places.get(mapped)) ??
    words.placeNames.get(bare.toLowerCase()) ??
    words.library.places.get(bare);
  if (place !== undefined) return place;
  if (isSumName(bare)) {
    const wayOut = hasMapping
      ? 'a sum among the rows is no publisher’s number. Leave it out (--leave-out-refused, or where in the mapping). Or say under places for which place the publisher gives a total'
      : 'a sum among the rows is nobody’s own number; leave it out (--leave-out-refused)';
    throw new BadValue(expected('a place', whole, wayOut));
  }
  const damage = damageIn(bare);
  if (damage !== null) throw new BadValue(expected('a place of places.csv', whole, damage));
  const near =
    nearest(
      bare,
      [...words.library.places.values()].map(({ label }) => label),
    ) ?? shortened(words, bare);
  const toSay = hasMapping ? 'say it under places in the mapping, or add' : 'add';
  const wayOut =
    near === null
      ? `${toSay} its name to place-names.csv, or the place to places.csv`
      : `did you mean ${near}? Then ${toSay} the name to place-names.csv`;
  throw new BadValue(expected('a place of places.csv', whole, wayOut));
}

/** The place of whose name this is the beginning of each word: `Westl. Rep.`; null where there is none, or several. */
function shortened({ placeNames }: IntakeWords, name: string): string | null {
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .split(/[\s.]+/)
      .filter((word) => word !== '');
  const wanted = wordsOf(name);
  if (wanted.length < 2 || wanted.some((word) => word.length < 3)) return null;
  const labels = new Set(
    [...placeNames].flatMap(([known, { label }]) => {
      const whole = wordsOf(known);
      const isShort =
        whole.length === wanted.length &&
        wanted.every((word, index) => whole[index]?.startsWith(word) === true);
      return isShort ? [label] : [];
    }),
  );
  const [only] = labels;
  return labels.size === 1 && only !== undefined ? only : null;
}

/** Two or three bytes of one letter read as so many letters: `Ã¼` for `ü`. */
const MISREAD =
  /[\u00c2-\u00c5\u00d0\u00d1][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2\u20ac/u;
const FOOTNOTE_MARK = /(?:[\u00b2\u00b3\u00b9\u2070-\u2079*\u2020\u2021]|\[\w+\]|\(\d+\)|\d)$/u;

/** Why a name is no name yet; what is broken is nothing to learn by heart. Null for a whole one. */
function damageIn(name: string): string | null {
  const anew = 'download the file again from the publisher';
  if (MISREAD.test(name))
    return `the text is damaged: its letters were read in another encoding than they were written in; ${anew}`;
  const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
  const isMixed = name
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => scripts.filter((script) => script.test(word)).length > 1);
  if (isMixed) return `the text is damaged: letters of another script look alike; ${anew}`;
  return FOOTNOTE_MARK.test(name)
    ? 'the name has a footnote mark; read the footnote, then delete the mark'
    : null;
}

function placeByCode(words: IntakeWords, code: string, own: ReadonlyMap<string, string>): Place {
  const place = words.library.places.get(own.get(code) ?? code);
  if (place !== undefined && /^[A-Z]{3}$|^[A-Z-]+$/.test(place.id)) return place;
  throw new BadValue(
    expected(
      'a code of places.csv',
      code,
      'codes are those of ISO 3166 with three letters; a portal’s own are not trusted alone',
    ),
  );
}

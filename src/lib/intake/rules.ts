import { BadValue } from '#lib/values/bad-value.ts';
import { decidedCaveats } from '#lib/records/caveats.ts';
import type { Place } from '#lib/records/model.ts';
import { parseStatus, parseVerification } from '#lib/records/mapping.ts';
import { parsePeriodStart } from '#lib/records/population-groups.ts';
import type { CountingRule } from '#lib/records/population-groups.ts';
import type { Ruling, Wishes } from './model.ts';
import type { IntakeWords } from './words.ts';

const OUTWARD = /\*+$/;

/**
 * By which rule a number about a place and day is taken.
 * @throws {BadValue} where neither group, mapping nor flags say one.
 */
export function ruleFor(
  ruling: Ruling,
  place: Place,
  asOf: string,
  wishes: Wishes,
  words: IntakeWords,
): CountingRule {
  const rule =
    ruling.kind === 'group'
      ? ruleOfGroup(ruling, place, asOf, words)
      : ruling.kind === 'mapping'
        ? ruleOfMapping(ruling, place, wishes, words)
        : ruleOfFlags(wishes, place, words);
  return wishes.caveats === null ? rule : { ...rule, caveats: wishes.caveats };
}

function ruleOfGroup(
  { portal, group, name }: Extract<Ruling, { kind: 'group' }>,
  place: Place,
  asOf: string,
  words: IntakeWords,
): CountingRule {
  const said = name === '' || name === group ? '' : ` (“${name}”)`;
  const wayOut = 'the way out is a row in population-groups.csv with the definition it counts by';
  if (group === '')
    throw new BadValue(
      `expected a population group, found none; name it (--group) or the definition (--definition)`,
    );
  const rows = words.groups.filter((row) => row.portal === portal && row.group === group);
  if (rows.length === 0)
    throw new BadValue(
      `unknown population group ${group}${said}: what it counts is not known, ${wayOut}`,
    );
  const bare = name.trim().replace(OUTWARD, '').trim();
  const known = rows.map((row) => row.name);
  if (bare !== '' && bare !== group && !known.includes(bare)) {
    throw new BadValue(
      `expected population group ${group} to be called “${known[0] ?? ''}”, found “${bare}”; the portal may count something else under the same number, ${wayOut}`,
    );
  }
  const onDay = rows.filter(
    ({ from, until }) => (from === null || from <= asOf) && (until === null || asOf <= until),
  );
  const own = onDay.find(({ places }) => places.includes(place.id));
  const isNamed = rows.some(({ places }) => places.includes(place.id));
  const found = own ?? (isNamed ? undefined : onDay.find(({ places }) => places.length === 0));
  if (found === undefined && onDay.length < rows.length) {
    const until =
      rows
        .map((row) => row.until ?? '')
        .sort()
        .at(-1) ?? '';
    throw new BadValue(
      `population group ${group}${said} has no definition for this place on that day${until === '' ? '' : ` (the last one ended on ${until})`}; ${wayOut}`,
    );
  }
  if (found === undefined) {
    throw new BadValue(
      `population group ${group}${said} has no definition for this place; ${wayOut}`,
    );
  }
  if (found.rule === null)
    throw new BadValue(
      `population group ${group}${said} is counted by no measure here; leave it out`,
    );
  return found.rule;
}

function ruleOfMapping(
  { mapping, said }: Extract<Ruling, { kind: 'mapping' }>,
  place: Place,
  wishes: Wishes,
  words: IntakeWords,
): CountingRule {
  const { constants } = mapping;
  const given = (key: 'measure' | 'population' | 'definition') =>
    said[key] ??
    (key === 'definition' ? mapping.definitions.get(place.id) : undefined) ??
    constants[key] ??
    wishes[key];
  const rule = ruleOf(
    {
      definition: given('definition'),
      measure: given('measure'),
      population: given('population'),
    },
    place,
    words,
  );
  const { verification = constants.verification, status = constants.status } = said;
  const { caveats = constants.caveats } = said;
  if (caveats !== undefined) decidedCaveats(words.lists.caveats)(caveats);
  return {
    ...rule,
    way: (constants.way as CountingRule['way'] | undefined) ?? rule.way,
    periodStart: parsePeriodStart(said.period_start ?? constants.period_start ?? rule.periodStart),
    verification: verification === undefined ? rule.verification : parseVerification(verification),
    status: status === undefined ? rule.status : parseStatus(status),
    caveats: caveats ?? rule.caveats,
  };
}

const ruleOfFlags = (wishes: Wishes, place: Place, words: IntakeWords): CountingRule =>
  ruleOf(wishes, place, words);

/** What a definition says of itself, or a group that counts by it says; never what it might. */
function ruleOf(
  given: { definition: string | null; measure: string | null; population: string | null },
  place: Place,
  words: IntakeWords,
): CountingRule {
  if (given.definition === null) {
    throw new BadValue(
      `expected the definition by which the numbers are counted, found none; name it (definition in the mapping, or --definition)`,
    );
  }
  const definition = words.lists.definitions.find(given.definition);
  const byGroup = words.groups.find(
    ({ rule, places }) =>
      rule?.definition.id === definition.id && (places.length === 0 || places.includes(place.id)),
  )?.rule;
  const [onlyMeasure, anotherMeasure] = definition.measures;
  const measureId = given.measure ?? (anotherMeasure === undefined ? onlyMeasure : undefined);
  if (measureId === undefined) {
    throw new BadValue(
      `expected the measure, found none; ${definition.id} covers ${definition.measures.join(' and ')}, name one (--measure)`,
    );
  }
  if (!definition.measures.includes(measureId)) {
    throw new BadValue(
      `expected a measure that ${definition.id} covers (${definition.measures.join(', ')}), found ${measureId}; name the definition by which the number was counted`,
    );
  }
  const populationId = given.population ?? byGroup?.population.id;
  if (populationId === undefined) {
    throw new BadValue(
      `expected whom the numbers count, found nothing; name it (population in the mapping, or --population)`,
    );
  }
  const isHome = place.id === words.library.situation.country.id;
  return {
    measure: words.lists.measures.find(measureId),
    population: words.lists.populations.find(populationId),
    definition,
    way: isHome ? 'inside' : (byGroup?.way ?? 'out'),
    periodStart:
      byGroup?.periodStart ??
      (definition.statistic === 'cumulative' ? (definition.from ?? '') : ''),
    verification: byGroup?.verification ?? 'reported',
    status: byGroup?.status ?? 'A',
    caveats: byGroup?.caveats ?? 'none',
  };
}

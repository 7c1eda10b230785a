/** @typedef {import('../../lib/records/model.ts').Figure} Figure */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./rows.js').Cells} Cells */

/**
 * `situation.yaml` of a new situation, from the answers and from the figures of its first publication: a counter for each
 * measure and place, a line of the chart and an arrow for each country on the map.
 * @param {Cells} plan id, title, country, start, neighbours, measures, middle, parallels, scale, size
 * @param {readonly Figure[]} figures
 */
export function situationText(plan, figures) {
  const neighbours = listOf(plan['neighbours']);
  const wanted = listOf(plan['measures']);
  const shown = figures.filter(({ measure }) => wanted.length === 0 || wanted.includes(measure.id));
  const maps = mapsOf(figures, neighbours);
  return `# What the summary shows and in what order; seeds/README.md explains every key.
id: ${plan['id'] ?? ''}
title: ${JSON.stringify(plan['title'] ?? '')}
country: ${plan['country'] ?? ''}
start: ${plan['start'] ?? ''}
# A claim is shown beside a counter while it is at most this old.
claims_within_days: 45
counters:${block(countersOf(shown, wanted))}
chart:${block(linesOf(shown))}
frames:
  - id: neighbours
    label: ${JSON.stringify(plan['frame_label'] ?? 'The country and its neighbours')}
    middle: [${listOf(plan['middle']).join(', ')}]
    parallels: [${listOf(plan['parallels']).join(', ')}]
    scale: ${plan['scale'] ?? ''}
    size: [${listOf(plan['size']).join(', ')}]
    places: [${neighbours.join(', ')}]
maps:${block(maps)}
apart: []
`;
}

/** @param {string} [text] */
export const listOf = (text = '') => text.split(/[;,\s]+/).filter((item) => item !== '');

/** @param {readonly string[]} entries */
const block = (entries) => (entries.length === 0 ? ' []' : `\n${entries.join('\n')}`);

/**
 * One counter for each measure and place: the whole population first, its parts under it, others' figures beside it.
 * @param {readonly Figure[]} figures
 * @param {readonly string[]} wanted measures, in the order of the counters
 */
function countersOf(figures, wanted) {
  /** @type {Map<string, Figure[]>} */
  const groups = new Map();
  const order = (/** @type {Figure} */ { measure }) => wanted.indexOf(measure.id);
  for (const figure of [...figures].sort((a, b) => order(a) - order(b))) {
    const key = `${figure.measure.id}-${figure.place.id}`.toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), figure]);
  }
  return [...groups].map(([id, group]) => {
    const isPart = (/** @type {Figure} */ figure) =>
      group.some(
        (other) =>
          figure.definition === other.definition &&
          figure.population.partOf.includes(other.population.id),
      );
    const [head, ...others] = group.filter((figure) => !isPart(figure));
    const first = head ?? group[0];
    if (first === undefined) throw new Error('a group is made of its first figure');
    const parts = group.filter(
      (figure) => isPart(figure) && figure.definition === first.definition,
    );
    const claims = [...new Set(others.map(({ series }) => series))].filter(
      (one) => one !== first.series,
    );
    const label =
      first.measure.drawnAs === 'arrow' && first.place.kind === 'country'
        ? capital(first.place.toPhrase)
        : `${first.measure.label} ${first.place.inPhrase}`;
    return `  - id: ${id}
    label: ${JSON.stringify(label)}
    headline: [${first.series}]
    parts:${parts.length === 0 ? ' []' : ''}${parts
      .map(
        ({ population, series }) => `
      - label: ${JSON.stringify(population.phrase)}
        series: [${series}]`,
      )
      .join('')}
    claims: [${claims.join(', ')}]`;
  });
}

/** @param {readonly Figure[]} figures */
function linesOf(figures) {
  /** @type {Map<string, string>} */
  const lines = new Map();
  for (const { measure, place, series } of figures)
    if (measure.drawnAs === 'arrow' && place.at !== null && !lines.has(place.id))
      lines.set(place.id, series);
  return [...lines].map(([place, series]) => `  - place: ${place}\n    series: [${series}]`);
}

/**
 * A map for each measure that one can show, with what is known between the places of the frame.
 * @param {readonly Figure[]} figures
 * @param {readonly string[]} neighbours
 */
function mapsOf(figures, neighbours) {
  /** @type {Map<string, { label: string, rules: Set<string> }>} */
  const maps = new Map();
  for (const { measure, place, definition } of figures) {
    if (measure.drawnAs === 'none' || !neighbours.includes(place.id)) continue;
    const map = maps.get(measure.id) ?? { label: measure.label, rules: new Set() };
    map.rules.add(definition.id);
    maps.set(measure.id, map);
  }
  return [...maps].map(
    ([measure, { label, rules }]) => `  - id: ${measure.replaceAll('_', '-')}
    label: ${JSON.stringify(label)}
    frame: neighbours
    measures: [${measure}]
    rules: [${[...rules].join(', ')}]
    beside: []`,
  );
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

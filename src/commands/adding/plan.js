import { load } from '../seed-reader.js';

/** @typedef {import('../../lib/records/model.ts').Figure} Figure */
/** @typedef {typeof import('../../lib/wording/places.ts')} PlaceWords */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./rows.js').Cells} Cells */

/**
 * `situation.yaml` of a new situation, from the answers and from the figures of its first publication: a counter for each
 * measure and place, a line of the chart and an arrow for each country on the map.
 * @param {Cells} plan id, title, country, start, neighbours, measures, middle, parallels, scale, size
 * @param {readonly Figure[]} figures
 * @returns {Promise<string>}
 */
export async function situationText(plan, figures) {
  const words = /** @type {PlaceWords} */ (await load('wording/places.ts'));
  const home = plan['country'] ?? '';
  const neighbours = listOf(plan['neighbours']);
  const wanted = listOf(plan['measures']);
  const shown = figures.filter(({ measure }) => wanted.length === 0 || wanted.includes(measure.id));
  const maps = mapsOf(figures, neighbours, home);
  return `# What the summary shows and in what order; seeds/README.md explains every key.
id: ${plan['id'] ?? ''}
title: ${JSON.stringify(plan['title'] ?? '')}
country: ${home}
start: ${plan['start'] ?? ''}
# A claim is shown beside a counter while it is at most this old.
claims_within_days: 45
counters:${block(countersOf(shown, wanted, home, words))}
chart:${block(linesOf(shown, home))}
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
 * @param {string} home code of the situation's country
 * @param {PlaceWords} words
 */
function countersOf(figures, wanted, home, { named }) {
  const isBack = (/** @type {Figure} */ { measure, place, origin }) =>
    measure.drawnAs === 'arrow' && place.id === home && origin.id !== home;
  const labelOf = (/** @type {Figure} */ figure) => {
    const { measure, place, origin } = figure;
    if (measure.drawnAs !== 'arrow') return `${measure.label} ${place.inPhrase}`;
    if (isBack(figure)) return `Back from ${named(origin)} ${place.toPhrase}`;
    return place.kind === 'country'
      ? capital(place.toPhrase)
      : `${measure.label} ${place.toPhrase}`;
  };
  /** @type {Map<string, Figure[]>} */
  const groups = new Map();
  const order = (/** @type {Figure} */ { measure }) => wanted.indexOf(measure.id);
  for (const figure of [...figures].sort((a, b) => order(a) - order(b))) {
    const way = isBack(figure) ? `${figure.origin.id}-` : '';
    const key = `${figure.measure.id}-${way}${figure.place.id}`.toLowerCase();
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
    const label = labelOf(first);
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

/**
 * The chart is of ways out of the country: what goes back to it has no line there.
 * @param {readonly Figure[]} figures
 * @param {string} home
 */
function linesOf(figures, home) {
  /** @type {Map<string, string>} */
  const lines = new Map();
  for (const { measure, place, origin, series } of figures)
    if (
      measure.drawnAs === 'arrow' &&
      origin.id === home &&
      place.id !== home &&
      place.at !== null &&
      !lines.has(place.id)
    )
      lines.set(place.id, series);
  return [...lines].map(([place, series]) => `  - place: ${place}\n    series: [${series}]`);
}

/**
 * A map for each measure that one can show, with what is known between the places of the frame: first the ways out of
 * the country, which are the summary's map, with those back to it.
 * @param {readonly Figure[]} figures
 * @param {readonly string[]} neighbours
 * @param {string} home
 */
function mapsOf(figures, neighbours, home) {
  const onMap = [home, ...neighbours];
  const arrows = (/** @type {Figure} */ { measure }) => (measure.drawnAs === 'arrow' ? 0 : 1);
  const back = (/** @type {Figure} */ { place }) => (place.id === home ? 1 : 0);
  /** @type {Map<string, { id: string, label: string, measures: Set<string>, rules: Set<string> }>} */
  const maps = new Map();
  for (const figure of [...figures].sort((a, b) => arrows(a) - arrows(b) || back(a) - back(b))) {
    const { measure, place, origin, definition } = figure;
    const isArrow = measure.drawnAs === 'arrow';
    if (measure.drawnAs === 'none' || (isArrow && !onMap.includes(origin.id))) continue;
    if (!(isArrow ? onMap : neighbours).includes(place.id)) continue;
    const key = isArrow ? 'arrow' : measure.id;
    const map = maps.get(key) ?? {
      id: measure.id.replaceAll('_', '-'),
      label: measure.label,
      measures: new Set(),
      rules: new Set(),
    };
    map.measures.add(measure.id);
    map.rules.add(definition.id);
    maps.set(key, map);
  }
  return [...maps.values()].map(
    ({ id, label, measures, rules }) => `  - id: ${id}
    label: ${JSON.stringify(label)}
    frame: neighbours
    measures: [${[...measures].join(', ')}]
    rules: [${[...rules].join(', ')}]
    beside: []`,
  );
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Made-up seeds of any size: the words of the lawful fixtures, and daily papers of a country that does not exist. */
import { addDays, parseDay } from '#lib/values/day.ts';

const FOLDER = 'examplia-2030';
const START = parseDay('2030-01-01');
const FIGURES =
  'measure,population,origin,place,definition,period_start,as_of,value,value_high,qualifier,stated_as,verification,status,caveats,locator,note';

/**
 * `rows` figures in papers of `perPaper` each, one paper a day, each place's count growing a little from day to day.
 * @param texts of the lawful seeds, whose own publications are left out
 */
export function manySeeds(
  texts: Readonly<Record<string, string>>,
  rows: number,
  perPaper = 200,
): Record<string, string> {
  const shared = Object.fromEntries(Object.entries(texts).filter(([path]) => !path.includes('/')));
  const places = Array.from({ length: perPaper }, (_, at) => `made-up-${at + 1}`);
  const [sourcesHeader = ''] = (texts[`${FOLDER}/sources.csv`] ?? '').split('\n');
  const sources = [sourcesHeader];
  const files: Record<string, string> = {};
  for (let paper = 0; paper * perPaper < rows; paper += 1) {
    const asOf = addDays(START, paper);
    const out = addDays(asOf, 1);
    const id = `paper-${out}`;
    sources.push(
      `${id},example-agency,"Example Agency, paper of ${out}",report,https://data.example.org/${out},${out},${out},,,not stated,may,,`,
    );
    const lines = places.slice(0, Math.min(perPaper, rows - paper * perPaper)).map((place, at) => {
      const value = 1234 + at * 1000 + paper * 7;
      return `border_crossings,all_persons,EXA,${place},example-crossings,2030-01-01,${asOf},${value},,exact,"${value}",reported,A,none,page ${at + 1},`;
    });
    files[`${FOLDER}/figures/${id}.csv`] = `${[FIGURES, ...lines].join('\n')}\n`;
  }
  const made = places.map(
    (id, at) => `${id},Place ${at + 1},in place ${at + 1},to place ${at + 1},region,,,,`,
  );
  const header = (name: string) =>
    `${(texts[`${FOLDER}/${name}.csv`] ?? '').split('\n')[0] ?? ''}\n`;
  return {
    ...shared,
    'places.csv': `${shared['places.csv'] ?? ''}${made.join('\n')}\n`,
    [`${FOLDER}/sources.csv`]: `${sources.join('\n')}\n`,
    [`${FOLDER}/events.csv`]: header('events'),
    [`${FOLDER}/corrections.csv`]: header('corrections'),
    [`${FOLDER}/published.csv`]: header('published'),
    [`${FOLDER}/situation.yaml`]: `id: ${FOLDER}
title: Examplia from 1 January 2030
country: EXA
start: 2030-01-01
claims_within_days: 45
counters: []
chart: []
frames: []
maps: []
apart: []
`,
    ...files,
  };
}

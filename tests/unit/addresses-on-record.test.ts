import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { seedsCommand, useSeedFolder } from '../support/seed-folder.ts';

const seeds = useSeedFolder();
const run = (...words: string[]) => seedsCommand(['--folder', seeds.folder, ...words]);

/** Changes a text of situation.yaml, which must be there. */
function change(from: string, to: string, folder = 'examplia-2030') {
  const path = seeds.path(`${folder}/situation.yaml`);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}
const lineOf = (name: string, folder = 'examplia-2030') =>
  seeds.read(`${folder}/published.csv`).split('\n').indexOf(`address,${name},`) + 1;

test('a published counter or map keeps its id; only what it is called may change', async () => {
  for (const [kind, id] of [
    ['counter', 'killed'],
    ['map', 'crossings'],
  ] as const) {
    change(`id: ${id}\n`, `id: ${id}-anew\n`);
    const { stdout, status } = await run('check');
    expect(stdout).toBe(
      `examplia-2030/published.csv:${lineOf(`${kind} ${id}`)}:2: id: expected the ${kind} ${id} in situation.yaml, as published, found none; addresses contain it; give it its id ${id} again (its label may change)\n\n1 fault. Nothing is published until all are corrected.\n`,
    );
    expect(status).toBe(1);
    change(`id: ${id}-anew\n`, `id: ${id}\n`);
  }
  change('label: ', 'label: Otherwise called ');
  expect((await run('check')).status).toBe(0);
});

test('a published situation keeps its name, folder and id together', async () => {
  renameSync(seeds.path('examplia-2030'), seeds.path('examplia-2031'));
  change('id: examplia-2030', 'id: examplia-2031', 'examplia-2031');
  const { stdout, status } = await run('check');
  expect(stdout).toContain(
    `examplia-2031/published.csv:${lineOf('situation examplia-2030', 'examplia-2031')}:2: id: expected the situation examplia-2030, as published, found none; addresses contain it; name its folder and the id in situation.yaml examplia-2030 again (its title may change)\n`,
  );
  expect(status).toBe(1);
});

test('before they are published ids may change; then they are on record', async () => {
  change('id: killed\n', 'id: killed-in-all\n');
  writeFileSync(seeds.path('examplia-2030/published.csv'), 'thing,id,says\n');
  writeFileSync(
    seeds.path('examplia-2030/corrections.csv'),
    'figure,column,old,new,day,kind,reason\n',
  );
  // Nothing was published before, so nothing can be compared: it is signed first.
  const { stdout } = await run('check', '--each');
  const odd = [...stdout.matchAll(/^ {2}[a-z-]+,([^,]+),[^,]*,YYYY/gm)].map(([, id = '']) => id);
  const words = ['--by', 'A. Keeper', '--reason', 'Made up for a test.'];
  await run('sign', ...words, ...[...new Set(odd)].flatMap((id) => ['--figure', id]));
  expect((await run('publish')).status).toBe(0);
  expect(lineOf('counter killed-in-all')).toBeGreaterThan(1);
  change('id: killed-in-all\n', 'id: killed\n');
  expect((await run('check')).status).toBe(1);
});

test('nothing about an address can be put on record as corrected', async () => {
  writeFileSync(
    seeds.path('examplia-2030/corrections.csv'),
    `${seeds.read('examplia-2030/corrections.csv')}address/counter killed,id,killed,other,2035-05-01,correction,Made up.\n`,
  );
  const { stdout } = await run('check');
  expect(stdout).toContain('column: expected a column of addresses, found "id"; an address stays');
});

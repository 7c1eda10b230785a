import { beforeAll, expect, test } from 'vitest';
import { faultsBy, lookedAt, pass, type Found } from './pass.ts';

let passes: readonly Found[];
let server: Found;
let exported: Found;
beforeAll(async () => {
  passes = await pass();
  [server, exported] = passes as [Found, Found];
});

test('every address answers', () => {
  expect(faultsBy('answers', passes)).toEqual([]);
});
test('x', async () => {
  const { writeFileSync } = await import('node:fs');
  const laws = {};
  for (const p of passes)
    for (const v of p.visited)
      for (const [l, f] of Object.entries(v.laws))
        for (const x of f) ((laws[l] ??= {})[p.mode] ??= []).push(`${v.address}: ${x}`);
  writeFileSync('/tmp/scratch/dom/found.json', JSON.stringify(laws, null, 1));
  const took = {};
  for (const p of passes)
    for (const v of p.visited) {
      const t = (took[p.mode + ' ' + v.kind] ??= [0, 0, 0]);
      t[0]++;
      t[1] += v.took[0];
      t[2] += v.took[1];
    }
  writeFileSync('/tmp/scratch/dom/took.json', JSON.stringify(took, null, 1));
  for (const l of [
    'answers',
    'headers',
    'policy',
    'numbers',
    'markup',
    'headings',
    'ids',
    'links',
    'embeds',
    'tags',
    'schema',
    'feeds',
    'bytes',
  ])
    console.log(l, lookedAt(l, server), lookedAt(l, exported));
});

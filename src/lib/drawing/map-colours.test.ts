import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MAP_COLOURS } from '#lib/downloads/map-style.ts';

const style = readFileSync('src/styles/map.css', 'utf8');

/** The colours of each of the style's grounds, by name; those of a screen light and dark, and of paper. */
const grounds = [...style.matchAll(/(?::root|\.sheets) \{([^}]*)\}/g)].map(([, body = '']) =>
  Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): (#[0-9a-f]+);/g)].map(([, name = '', hex = '']) => [name, hex]),
  ),
);

/** Relative luminance and contrast (WCAG 2.2). */
function luminance(hex: string): number {
  const digits =
    hex.slice(1).length === 3 ? [...hex.slice(1)].map((one) => one + one).join('') : hex.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string | undefined, two: string | undefined): number {
  const [dark = 0, light = 0] = [luminance(one ?? '#000'), luminance(two ?? '#000')].sort(
    (a, b) => a - b,
  );
  return (light + 0.05) / (dark + 0.05);
}

test('there are four grounds: light, dark, sheets and paper', () => {
  expect(grounds).toHaveLength(4);
  for (const colours of grounds) expect(Object.keys(colours)).toHaveLength(8);
});

test.each(
  grounds.map((colours, i) => [['light', 'dark', 'sheets', 'paper'][i] ?? '', colours] as const),
)(
  'on %s every flow has 3 to 1 on land and on its country, and an older one differs by 1.4 to 1 in grey',
  (_name, { flow, older, land, home }) => {
    for (const mark of [flow, older])
      for (const ground of [land, home]) expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3);
    expect(contrast(flow, older)).toBeGreaterThanOrEqual(1.4);
  },
);

test('files for documents of others have the colours of a light screen', () => {
  const [light = {}] = grounds;
  for (const name of ['water', 'land', 'home', 'home-line', 'border', 'flow', 'older'] as const)
    expect(MAP_COLOURS, name).toContain(light[name]);
});

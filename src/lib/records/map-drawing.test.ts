import { expect, test } from 'vitest';
import { frame } from '../../../tests/support/made.ts';
import type { Faults } from './fault.ts';
import { readMapDrawing } from './map-drawing.ts';
import { readTable } from './table.ts';

const RIBBONS = 'frame,way,start,first_bend,second_bend,end,wide,wide_anchor,phone,phone_anchor\n';
const NAMES = 'frame,kind,text,drawing,at,turn\n';

function read(ribbons: string, names = '') {
  const faults: Faults = [];
  const drawings = readMapDrawing(
    readTable('map-ribbons', 'map-ribbons.csv', RIBBONS + ribbons, faults),
    readTable('map-names', 'map-names.csv', NAMES + names, faults),
    [frame({ id: 'around' })],
  );
  return { drawings, faults: faults.map(({ message }) => message) };
}

test('a row gives a centre line and two places of a label', () => {
  const { drawings, faults } = read(
    'around,SAM,10 20,30 40,50 60,70 80,90 100,end,,\n',
    'around,sea,Sea of Examplia,wide,30 40,-14\n',
  );
  expect(faults).toEqual([]);
  expect(drawings.get('around')?.ribbons.get('SAM')).toEqual({
    curve: [
      [10, 20],
      [30, 40],
      [50, 60],
      [70, 80],
    ],
    wide: { at: [90, 100], anchor: 'end' },
    phone: null,
  });
  expect(drawings.get('around')?.names).toEqual([
    { kind: 'sea', text: 'Sea of Examplia', drawing: 'wide', at: [30, 40], turn: -14 },
  ]);
});

test('a label alone needs no centre line', () => {
  const { drawings, faults } = read('around,SAM,,,,,90 100,end,,\n');
  expect(faults).toEqual([]);
  expect(drawings.get('around')?.ribbons.get('SAM')?.curve).toBe(null);
});

test.each([
  ['an unknown frame', 'arund,SAM,,,,,90 100,end,,\n', '', 'map-ribbons.csv:2:1', 'around'],
  ['half a line', 'around,SAM,10 20,,50 60,70 80,,,,\n', '', 'map-ribbons.csv:2:4', 'all four'],
  ['no pair', 'around,SAM,10,30 40,50 60,70 80,,,,\n', '', 'map-ribbons.csv:2:3', 'two numbers'],
  ['an end off the paper', 'around,SAM,10 20,30 40,50 60,370 80,,,,\n', '', ':2:6', '360 by 288'],
  ['a label off the paper', 'around,SAM,,,,,90 300,end,,\n', '', ':2:7', '360 by 288'],
  ['a place without its side', 'around,SAM,,,,,90 100,,,\n', '', ':2:8', 'start, middle, end'],
  ['a way twice', 'around,SAM,,,,,9 9,end,,\naround,SAM,,,,,9 9,end,,\n', '', ':3:2', 'once'],
  ['an unknown kind of name', '', 'around,lake,L,wide,3 4,0\n', 'map-names.csv:2:2', 'sea'],
  ['half a degree', '', 'around,sea,L,wide,3 4,0.5\n', 'map-names.csv:2:6', 'whole degrees'],
  [
    'a fifth country',
    '',
    Array.from({ length: 5 }, (_, i) => `around,country,C${i},wide,3 4,0\n`).join(''),
    'map-names.csv:6:2',
    'at most 4',
  ],
])('%s is refused where it stands', (_what, ribbons, names, place, said) => {
  const { faults } = read(ribbons, names);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(place);
  expect(faults[0]).toContain(said);
});

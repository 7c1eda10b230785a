import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { seedTexts } from '../../../tests/support/seed-texts.ts';
import { readLibrary } from './library.ts';
import { recordOf } from './published.ts';

const good = seedTexts(
  fileURLToPath(new URL('../../../tests/fixtures/good-seeds/', import.meta.url)),
);
const PUBLISHED = 'examplia-2030/published.csv';
const CORRECTIONS = 'examplia-2030/corrections.csv';
const FIGURES = 'examplia-2030/figures/example-2030-01-05.csv';
const MOVED =
  'example-2030-01-05.border_crossings.all_persons.sam.example-crossings-early.from-mod.2030-01-05';

type Files = Readonly<Record<string, string>>;

function read(files: Files) {
  const { library, ledger, faults } = readLibrary(files);
  if (library === null || ledger === null) throw new Error(faults[0]?.message);
  return { library, ledger };
}

/** The lawful seeds with another text in one file. */
function changed(file: string, from: string, to: string, files: Files = good): Files {
  const text = files[file]?.replace(from, to) ?? '';
  expect(text).not.toBe(files[file]);
  return { ...files, [file]: text };
}

const onRecord = (line: string, files: Files): Files => ({
  ...files,
  [CORRECTIONS]: `${files[CORRECTIONS]}${line}\n`,
});
const published = (files: Files): Files => ({ ...files, [PUBLISHED]: read(files).ledger.text() });
const corrected = onRecord(
  `${MOVED},value,222,223,2030-02-01,correction,A digit was read wrongly.`,
  changed(FIGURES, ',222,,exact', ',223,,exact'),
);
const withdrawn = onRecord(
  `${MOVED},,exact 222,,2030-02-01,withdrawal,It is not in the paper.`,
  changed(FIGURES, /.*,222,,exact.*\n/.exec(good[FIGURES] ?? '')?.[0] ?? '', ''),
);

test('what is recorded is what the seeds say: nothing is then new or changed', () => {
  const { ledger } = read(good);
  expect(ledger.text()).toBe(good[PUBLISHED]);
  expect(ledger.changes()).toEqual([]);
});

test('moving a row within its file changes nothing', () => {
  const [header = '', ...rows] = (good['caveats.csv'] ?? '').trimEnd().split('\n');
  const turned = { ...good, 'caveats.csv': `${[header, ...rows.reverse()].join('\n')}\n` };
  expect(read(turned).ledger.text()).toBe(good[PUBLISHED]);
});

/** A figure that nobody has published yet. */
const withFigure = (files: typeof good, caveats: string) => ({
  ...files,
  [FIGURES]: `${files[FIGURES]}border_crossings,all_persons,EXA,MOD,example-weekly,2030-01-01,2030-01-03,334,,exact,,reported,A,${caveats},,\n`,
});
const withCaveat = (line: string) => ({ ...good, 'caveats.csv': `${good['caveats.csv']}${line}` });

test('new things need nothing on record and are told as new', () => {
  const files = withFigure(
    withCaveat('undated,4,Undated,No day is given.,editors,,,,,\n'),
    'undated',
  );
  const { ledger } = read(files);
  expect(ledger.changes()).toMatchObject([
    { thing: 'caveat', id: 'undated', was: null },
    { thing: 'figure', was: null },
  ]);
  expect(read(published(files)).ledger.changes()).toEqual([]);
});

test('a word that no figure of the situation uses is not on its record, and can change freely', () => {
  const line = 'undated,4,Undated,No day is given.,editors,,,,,\n';
  expect(read(withCaveat(line)).ledger.changes()).toEqual([]);
  expect(read(withCaveat(line)).ledger.text()).toBe(good[PUBLISHED]);
  const used = published(withFigure(withCaveat(line), 'undated'));
  const reworded = { ...used, 'caveats.csv': withCaveat(line.replace('Undated', 'No day'))['caveats.csv'] }; // prettier-ignore
  expect(readLibrary(reworded).faults).toHaveLength(1);
});

test('a correction on record lets a cell change, before and after it is published', () => {
  const [figure, record] = read(corrected).ledger.changes();
  expect(figure).toMatchObject({ id: MOVED, was: { value: '222' }, is: { value: '223' } });
  expect(record).toMatchObject({ thing: 'correction', was: null });
  const after = published(corrected);
  expect(after[PUBLISHED]).toContain('value: 223');
  expect(read(after).ledger.changes()).toEqual([]);
});

test('one line of published.csv changes with one cell, beside its first', () => {
  const lines = new Set((good[PUBLISHED] ?? '').split('\n'));
  const fresh = (published(corrected)[PUBLISHED] ?? '').split('\n').filter((l) => !lines.has(l));
  expect(fresh.map((line) => line.split(',')[0])).toEqual(['record', 'figure', 'correction']);
});

test('a further silent change after a published correction is refused at its cell', () => {
  const again = changed(FIGURES, ',223,,exact', ',224,,exact', published(corrected));
  const { faults } = readLibrary(again);
  expect(faults.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^examplia-2030\/figures\/.*:7:8: value: expected "223", as published/),
  ]);
});

test('a second correction begins where the first ended', () => {
  const again = onRecord(
    `${MOVED},value,223,224,2030-02-02,correction,Once more.`,
    changed(FIGURES, ',223,,exact', ',224,,exact', published(corrected)),
  );
  expect(read(published(again)).ledger.changes()).toEqual([]);
});

test('a withdrawn figure is in no list of figures, and what it had said is kept for good', () => {
  for (const files of [withdrawn, published(withdrawn), published(published(withdrawn))]) {
    const { library } = read(files);
    expect(library.figures.map(({ id }) => id)).not.toContain(MOVED);
    expect(library.withdrawn).toMatchObject([
      { figure: { id: MOVED, amount: { value: 222 } }, correction: { kind: 'withdrawal' } },
    ]);
  }
  expect(published(withdrawn)[PUBLISHED]).toMatch(/^withdrawn,example-2030-01-05\./m);
});

test('a figure withdrawn by its last state keeps the corrections made before', () => {
  const before = published(corrected);
  const after = onRecord(
    `${MOVED},,exact 223,,2030-03-01,withdrawal,It is not in the paper.`,
    changed(FIGURES, /.*,223,,exact.*\n/.exec(before[FIGURES] ?? '')?.[0] ?? '', '', before),
  );
  expect(read(published(after)).library.withdrawn).toMatchObject([{ figure: { id: MOVED } }]);
});

test('a withdrawal that is taken off the record is refused', () => {
  const { faults } = readLibrary({
    ...published(withdrawn),
    [CORRECTIONS]: good[CORRECTIONS] ?? '',
  });
  expect(faults.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('what is on record stays'),
  );
});

test('every cell of every published thing is held: none can be emptied or rewritten in silence', () => {
  const { ledger } = read(good);
  const held = [...ledger.stated.values()].filter(({ thing }) => thing !== 'correction');
  for (const { thing, id, state } of held) {
    for (const column of Object.keys(state)) {
      const line = `${thing},${id},`;
      const [header = '', , ...rows] = (good[PUBLISHED] ?? '').trimEnd().split('\n');
      const others = rows.map((row) =>
        row.startsWith(line) ? row.replace(`${column}: `, `${column}: other `) : row,
      );
      const text = [header, recordOf(others), ...others].join('\n');
      const told = readLibrary({ ...good, [PUBLISHED]: text }).faults;
      expect(told, `${id} ${column}`).toHaveLength(1);
      expect(told[0]?.message).toMatch(/expected "other .*, as published, found/);
    }
  }
});

test('a record that holds its header alone says that nothing was published yet', () => {
  const { ledger } = read({
    ...good,
    [PUBLISHED]: 'thing,id,says\n',
    [CORRECTIONS]: `${good[CORRECTIONS]?.split('\n')[0]}\n`,
  });
  expect(ledger.changes()).toHaveLength(ledger.stated.size);
});

test('other line ends and another order of rows are no edit by hand', () => {
  const [header = '', ...rows] = (good[PUBLISHED] ?? '').trimEnd().split('\n');
  for (const text of [[header, ...rows].join('\r\n'), [header, ...rows.reverse()].join('\n')]) {
    expect(read({ ...good, [PUBLISHED]: text }).ledger.text()).toBe(good[PUBLISHED]);
  }
});

test('a count in free text is refused where it is new, and stays where it is on record', () => {
  const line = 'undated,4,Undated,No day is given.,editors,,,,,\n';
  const counted = line.replace('No day is given.', 'Of 1234 days none is given.');
  const using = (text: string) => withFigure(withCaveat(text), 'undated');
  expect(readLibrary(using(counted)).faults.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^caveats\.csv:\d+:4: text: expected words without a count, found "1234"/,
    ),
  ]);
  // As if it had been published before the rule was there.
  const [header = '', , ...rows] = published(using(line))[PUBLISHED]?.trimEnd().split('\n') ?? [];
  const before = rows.map((row) => row.replace('No day is given.', 'Of 1234 days none is given.'));
  const record = [header, recordOf(before), ...before].join('\n');
  expect(readLibrary({ ...using(counted), [PUBLISHED]: record }).faults).toEqual([]);
});

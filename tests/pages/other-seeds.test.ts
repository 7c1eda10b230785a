import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtServer } from '../../src/server/build.js';
import { documentAt } from '../support/dom.ts';
import { answersOf, someOf } from '../support/answers-of.js';
import { otherFolder, type Answers } from '../support/other-seeds.ts';
import { LATER } from '../support/seed-folder.ts';
import { get, running } from '../site/pass.ts';

/*
 * What can be said only of a whole server with an environment of its own: another zone, language and folder, hostile
 * seeds, two situations. The server is built once, as for all tests.
 */
const folders: ReturnType<typeof otherFolder>[] = [];
const folder = () => {
  const made = otherFolder();
  folders.push(made);
  return made;
};
let built = '';
beforeAll(async () => {
  built = await builtServer('.', console.log);
});
afterAll(() => folders.forEach(({ remove }) => remove()));

/** Of each kind of address that the site had as static files, one. */
const old = readFileSync('tests/fixtures/old-addresses.txt', 'utf8').trim().split('\n');
/** What a Chromium makes in seconds is proved elsewhere. */
const PAPER = 'sheets as PDF';
/** The list of all data files with their hashes is among them. */
const MANY = { each: 12, without: [PAPER] };

describe('the same seeds', () => {
  let here: Answers;
  let there: Answers;
  beforeAll(async () => {
    const elsewhere = folder();
    // It is removed before it is asked; the packages are found from beside it.
    const removed = join('dist', `copy-${process.pid}`);
    cpSync(built, removed, { recursive: true });
    const { outputs } = await running();
    const addresses = someOf(outputs, MANY.each, MANY.without);
    [here, there] = await Promise.all([
      // The site that is visited has the same seeds, and the hashes of all data files already.
      answersOf(get, [...addresses, ...old]),
      elsewhere.ask(
        removed,
        { ...MANY, removes: true },
        { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      ),
    ]);
  });

  test('give the same bytes in another folder, time zone and language', () => {
    const differing = Object.keys(there).filter(
      (address) => here[address]?.hash !== there[address]?.hash,
    );
    expect(differing.slice(0, 20)).toEqual([]);
    expect(Object.keys(there).length).toBeGreaterThan(250);
    expect(Object.keys(there)).toContain('/data/index.json');
  });

  test('a server whose folder was removed answers every kind of address', () => {
    const broken = Object.entries(there).filter(([, { status }]) => status !== 200);
    expect(broken.map(([address, { status }]) => `${address}: ${status}`).slice(0, 20)).toEqual([]);
  });

  test('every kind of address that the site ever had is answered, or leads to what took its place', () => {
    expect(old.length).toBeGreaterThan(100);
    const lost = old.filter((address) => here[address]?.status !== 200);
    expect(lost).toEqual([]);
    expect(here['/ukraine-2022/on/2022-02-24/']?.leads).toBe('');
    expect(here['/data/ukraine-2022/days/2022-02-24.xlsx']?.leads).toBe(
      '/data/ukraine-2022/days/2022-02-24.csv',
    );
  });
});

/*
 * Two situations, both begun by the command for it with made-up numbers of years to come: what one of them shows must not be
 * found in the other, and the pages of the site must lead to both.
 */
const run = (...words: string[]) =>
  // A first number can be compared with nothing, which is odd: the command ends with 3.
  promisify(execFile)(process.execPath, ['--import', LATER, ...words]).catch(
    (cause: { code?: number }) => {
      if (cause.code !== 3) throw cause;
    },
  );

/** A situation of one figure, with the words for it that the seeds lack. */
const begin = (
  seeds: string,
  name: string,
  title: string,
  [country, neighbour]: readonly [string, string],
  figure: Readonly<Record<string, string | number>>,
  words: readonly string[] = [],
) =>
  run(
    'src/commands/seeds.js',
    'new',
    name,
    ...['--folder', seeds],
    ...['--situation-title', title, '--country', country, '--start', '2034-02-03'],
    ...['--neighbours', neighbour],
    ...words,
    '--new-definition',
    `id=made-up-rule,publisher=unhcr,measures=${figure['measure']},statistic=${figure['statistic'] ?? 'cumulative'},label=A made-up rule,text=What nobody counted.,from=,until=,replaces=,break_day=,break_reason=,caveats=`,
    ...['--publisher', 'unhcr', '--published', '2034-02-12'],
    ...['--title', `A made-up table, ${title}`, '--kind', 'dataset'],
    ...['--address', 'https://example.org/made-up', '--licence', 'not stated'],
    ...['--redistribution', 'may'],
    '--figure',
    `measure=${figure['measure']},population=${figure['population']},origin=${country},place=${figure['place']},definition=made-up-rule,period_start=${figure['statistic'] === 'stock' ? '' : '2034-02-03'},as_of=2034-02-11,value=${figure['value']},qualifier=exact,stated_as=,verification=reported,status=P,caveats=none`,
  );
const newPlace = (
  id: string,
  label: string,
  number: string,
  longitude: number,
  latitude: number,
) => [
  '--new-place',
  `id=${id},label=${label},in_phrase=in ${label},to_phrase=to ${label},kind=country,part_of=,iso_numeric=${number},longitude=${longitude},latitude=${latitude}`,
];

async function askTwo(): Promise<Answers> {
  const other = folder();
  const maps = join(other.folder, 'maps');
  mkdirSync(maps);
  // An arrow that is no crossing, by a measure of its own.
  const arrivals = { measure: 'arrivals', population: 'refugees', place: 'TCD', value: 123_456 };
  await begin(other.seeds, 'sudan-2034', 'Sudan, made up', ['SDN', 'TCD'], arrivals, [
    ...newPlace('SDN', 'Sudan', '729', 30, 15.5),
    ...newPlace('TCD', 'Chad', '148', 18.7, 15.4),
    '--new-measure',
    'id=arrivals,label=New arrivals,phrase=new arrivals,drawn_as=arrow,caveats=,map_heading=,counted=,explained=',
  ]);
  const crossings = { measure: 'border_crossings', population: 'refugees', place: 'POL', value: 234_567 }; // prettier-ignore
  await begin(other.seeds, 'ukraine-2034', 'Ukraine, made up', ['UKR', 'POL'], crossings);
  // Nothing of these can be drawn on a map.
  const deaths = { measure: 'killed', population: 'civilians', place: 'HUN', value: 345_678 };
  await begin(other.seeds, 'deaths-2034', 'Deaths, made up', ['HUN', 'POL'], deaths);
  const inside = { measure: 'idps', population: 'idps', place: 'ROU', value: 456_789, statistic: 'stock' }; // prettier-ignore
  await begin(other.seeds, 'inside-2034', 'Inside, made up', ['ROU', 'HUN'], inside);
  rmSync(join(other.seeds, 'ukraine-2022'), { recursive: true });
  await run('src/commands/cut-map.js', other.seeds, maps);
  return other.ask(
    built,
    { each: 1000, without: [PAPER], addresses: ['/nowhere/'], texts: true },
    {
      BASE_MAPS: maps,
    },
  );
}

let asked: Promise<Answers> | undefined;
/** What the site of both says, asked for once. */
const twoSituations = (): Promise<Answers> => (asked ??= askTwo());

describe('hostile seeds', () => {
  /** Text that a reader may be shown; anything else, to a careless page. */
  const hostile = `</title></script><script>window.hit=true</script><img src=x onerror=alert(hit)> & "quoted" 'too' {@html hit} =SUM(A:A)`;
  const spoiled = {
    'caveats.csv': ['label', 'text', 'said_by'],
    'places.csv': ['label', 'in_phrase', 'to_phrase'],
    'publishers.csv': ['name', 'part'],
    'ukraine-2022/caveats.csv': ['label', 'text', 'said_by'],
    'ukraine-2022/definitions.csv': ['label', 'text'],
    'ukraine-2022/publishers.csv': ['name', 'part'],
    'map-policy.csv': ['reason'],
    'ukraine-2022/sources.csv': ['title', 'licence'],
    'ukraine-2022/events.csv': ['text'],
  };
  let answers: Answers;
  const ask = () => {
    const other = folder();
    other.forgetPublished('ukraine-2022');
    for (const [file, columns] of Object.entries(spoiled))
      other.change(file, (row) => {
        for (const column of columns) row[column] = `${row[column]} ${hostile}`;
      });
    return other.ask(built, {
      each: 3,
      without: [PAPER, 'files about the data'],
      addresses: ['/data/ukraine-2022/figures.csv', '/data/dcat.jsonld', '/nowhere/'],
      texts: true,
    });
  };
  beforeAll(async () => {
    // Each is asked in a process of its own: side by side they take half as long.
    [answers] = await Promise.all([ask(), twoSituations()]);
  });

  /** Each is read once. */
  let read: { address: string; document: Document }[] | undefined;
  const documents = () =>
    (read ??= Object.entries(answers)
      .filter(([, { type }]) => /html|svg/.test(type))
      .map(([address, { text }]) => ({ address, document: documentAt(address, text) })));
  const machineTexts = () =>
    documents().flatMap(({ document }) =>
      [...document.querySelectorAll('script[type="application/ld+json"]')].map(
        (script) => script.textContent,
      ),
    );

  test('become markup on no kind of page and in no picture', () => {
    const markup = documents().filter(
      ({ document }) =>
        document.querySelector('img[src="x"], [onerror]') !== null ||
        [...document.querySelectorAll('script:not([type="application/ld+json"])')].some((script) =>
          script.textContent.includes('hit'),
        ),
    );
    expect(markup.map(({ address }) => address)).toEqual([]);
    // The text did reach the pages and the pictures: otherwise this would prove nothing.
    const reached = documents().filter(({ document }) =>
      document.documentElement.textContent.includes('<script>window.hit=true</script>'),
    );
    expect(reached.filter(({ address }) => address.endsWith('/')).length).toBeGreaterThan(4);
    expect(reached.filter(({ address }) => address.endsWith('.svg')).length).toBeGreaterThan(1);
  });

  test('stay one whole text in what is said to machines', () => {
    const texts = machineTexts();
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) {
      expect(text).not.toMatch(/[<>&]/);
      expect(() => JSON.parse(text) as unknown).not.toThrow();
    }
    expect(texts.some((text) => text.includes('window.hit'))).toBe(true);
    for (const [address, { type, text }] of Object.entries(answers))
      if (type.includes('json')) expect(() => JSON.parse(text) as unknown, address).not.toThrow();
  });

  test('become a formula in no cell of a spreadsheet', () => {
    const cells = parse(answers['/data/ukraine-2022/figures.csv']?.text ?? '') as string[][];
    expect(cells.length).toBeGreaterThan(1000);
    expect(
      cells
        .flat()
        .filter((cell) => /^[=+\-@\t\r]/.test(cell))
        .slice(0, 5),
    ).toEqual([]);
  });

  test.each([
    ['an address that is a script', 'ukraine-2022/sources.csv', 'address', 'javascript:alert(1)'],
    ['text that changes direction', 'caveats.csv', 'text', 'killed \u202eeerht'],
  ])('%s ends the start, and the place is told', async (_what, file, column, cell) => {
    const other = folder();
    other.change(file, (row, line) => {
      if (line === 2) row[column] = cell;
    });
    await expect(other.ask(built, { each: 2 })).rejects.toThrow(
      new RegExp(`^It ended with 1: The seeds have faults[^]*\n${file}:2:\\d+`),
    );
  });
});

describe('two situations', () => {
  let answers: Answers;
  const textOf = (address: string) => answers[address]?.text ?? '';
  beforeAll(async () => {
    answers = await twoSituations();
  });

  test('the front page lists both, and each has its summary', () => {
    for (const name of ['sudan-2034', 'ukraine-2034'])
      expect(textOf('/')).toContain(`href="./${name}/"`);
    expect(textOf('/sudan-2034/')).toContain('123,456');
    expect(textOf('/ukraine-2034/')).toContain('234,567');
  });

  test('no page or file of one has a number or a place of the other', () => {
    const having = (name: string, words: RegExp) =>
      Object.entries(answers)
        .filter(([address, { text }]) => address.includes(`/${name}/`) && words.test(text))
        .map(([address]) => address);
    expect(having('sudan-2034', /123,?456/).length).toBeGreaterThan(20);
    expect(having('ukraine-2034', /234,?567/).length).toBeGreaterThan(20);
    expect(having('sudan-2034', /234,?567|to Poland/)).toEqual([]);
    expect(having('ukraine-2034', /123,?456|to Chad/)).toEqual([]);
  });

  test('every address of both is answered', () => {
    const broken = Object.entries(answers).filter(([, { status }]) => status !== 200);
    expect(broken.map(([address]) => address)).toEqual(['/nowhere/']);
  });

  test.each(['/methods/', '/embed/', '/data/'])('%s leads to both', (page) => {
    for (const name of ['sudan-2034', 'ukraine-2034'])
      expect(textOf(page)).toMatch(new RegExp(`href="[^"]*/${name}/`));
  });

  test('a page that is not there leads to the list', () => {
    expect(textOf('/nowhere/')).toMatch(/href="\/"/);
    expect(textOf('/nowhere/')).not.toContain('2034/');
  });

  test('without a figure for a map no page leads to one, and no link of any page leads nowhere', () => {
    const lost = new Set<string>();
    for (const [address, { type, text }] of Object.entries(answers)) {
      if (!type.includes('html') || address === '/nowhere/') continue;
      for (const [, href = ''] of text.matchAll(/<a\b[^>]*\bhref="([^"#?]+)/g)) {
        const { origin, pathname } = new URL(href, `https://here.example${address}`);
        const isPage = origin === 'https://here.example' && !pathname.startsWith('/_app/');
        if (isPage && !/\.(?:pdf|png|woff2)$/.test(pathname) && answers[pathname] === undefined)
          lost.add(`${address} leads to ${pathname}`);
      }
    }
    expect([...lost].slice(0, 10)).toEqual([]);
    for (const name of ['deaths-2034', 'inside-2034']) {
      expect(textOf(`/${name}/`)).toMatch(/345,678|456,789/);
      expect(textOf(`/${name}/`)).not.toContain('flows/');
    }
  });

  test('arrows of another measure are called a crossing on no page', () => {
    const pages = Object.entries(answers).filter(
      ([address, { type }]) => address.startsWith('/sudan-2034/') && type.includes('html'),
    );
    expect(pages.length).toBeGreaterThan(10);
    // The chapters on the site's methods are elsewhere; addresses are not read out.
    const shown = pages.map(([address, { text }]) => [address, documentAt(address, text).body.textContent]); // prettier-ignore
    expect(
      shown.filter(([, text]) => /cross(?:ing|ed)|since 24 February 2022/i.test(text ?? '')),
    ).toEqual([]);
    expect(textOf('/sudan-2034/')).toContain('New arrivals');
  });

  test('what is told of borders is told of the ground that a map shows', () => {
    expect(textOf('/ukraine-2034/flows/')).toContain('68/262');
    expect(textOf('/sudan-2034/flows/')).not.toContain('68/262');
  });
});

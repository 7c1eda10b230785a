import type { Ground } from '#lib/drawing/base-map.ts';
import type { DrawnMap } from '#lib/drawing/flows/map.ts';
import { textLines, type Stretch } from '#lib/drawing/text-lines.ts';
import type { Place } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import type { MapItem } from '#lib/views/map-flows.ts';
import { caveatKey, definitionKey, noteKeys, sourceKey, type Notes } from '#lib/views/notes.ts';
import { sayDay, sayDayShort, sayPublished } from '#lib/wording/days.ts';
import { countedText, periodText, relayText, speakerText } from '#lib/wording/figures.ts';
import { flowTexts, itemTitle } from '#lib/wording/flows.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { texts } from '#lib/wording/texts.ts';
import { MAP_PICTURE_STYLE } from './map-picture-style.ts';
import { escaped } from './escaped.ts';
import { groundMarkup, mapMarks } from './map-marks.ts';
import { datesOf, mapNotes } from './map-notes.ts';
import { around, written, type Around } from './svg-markup.ts';

export interface MapPicture {
  readonly title: string;
  /** The state in words. */
  readonly subtitle: string;
  readonly drawn: DrawnMap;
  readonly base: Ground;
  /** In the order of the list. */
  readonly items: readonly MapItem[];
  readonly without: readonly Place[];
  /** Of these items, nothing more. */
  readonly notes: Notes;
  /** Of the page of this very state, whole where the site's own address is known. */
  readonly address: string;
  readonly known: Day;
}

const WIDTH = 760;
const MARGIN = 20;
const INNER = WIDTH - 2 * MARGIN;
/** Letters of 13 px that surely fit beside one another. */
const LETTERS = 98;
/** The same in bold of 15 px. */
const HEAD_LETTERS = 76;
const LINE = 18;

type Text = Stretch<Around>;
const plain = (text: string): Text => ({ text, kind: null });

/**
 * One state of a map as an SVG file that stands alone: title, both days, map, key, every figure with its days, speaker
 * and note numbers, all caveats, rules and sources with their addresses, and the address of the page.
 */
export function mapPicture(picture: MapPicture): string {
  const { drawn, base, notes } = picture;
  const sheet = new Sheet();
  sheet.text([plain(picture.title)], { name: 'title', line: 32, letters: 52 });
  sheet.text([plain(picture.subtitle)], { name: 'head', letters: HEAD_LETTERS });
  for (const [i, shown] of drawn.pictures.entries()) {
    sheet.space(8);
    sheet.text(datesOf(picture, shown), { name: 'muted' });
    const ground = i === 0 ? groundMarkup(base) : '<use href="#ground"/>';
    sheet.map(base, drawn.dense, `${ground}${mapMarks(shown, 'wide')}`);
  }
  sheet.space(10);
  for (const said of mapNotes(picture)) sheet.text(said, { name: 'muted' });
  sheet.head(flowTexts.list);
  for (const item of picture.items) sheet.block(entry(item, picture));
  sheet.head(texts.notes.heading);
  for (const caveat of notes.caveats)
    sheet.block(note(caveatKey(caveat), notes, [plain(caveat.text)]), {
      ...noteIds(caveatKey(caveat), notes),
      'data-caveat': caveat.code,
    });
  for (const definition of notes.definitions)
    sheet.block(
      note(definitionKey(definition), notes, [plain(`${definition.label}. ${definition.text}`)]),
      noteIds(definitionKey(definition), notes),
    );
  for (const source of notes.sources) {
    const relay = relayText(source);
    const said = [
      { text: source.title, kind: around('tspan', { 'data-cite': '' }) },
      plain(`, ${sayPublished(source.published)}${relay === null ? '' : ` (${relay})`}. `),
      { text: source.address, kind: around('tspan', { 'data-cite': '' }) },
    ];
    sheet.block(note(sourceKey(source), notes, said), noteIds(sourceKey(source), notes));
  }
  sheet.space(6);
  sheet.text(
    [
      plain(`${texts.siteName}, `),
      { text: picture.address, kind: around('tspan', { 'data-cite': '' }) },
      plain(`, ${texts.knownOn.toLowerCase()} ${sayDay(picture.known)}.`),
    ],
    { name: 'head', letters: HEAD_LETTERS },
  );
  return sheet.file(`${picture.title}, ${picture.subtitle}`);
}

/** The first note of a figure is its gravest caveat, in full in the notes below. */
function entry(item: MapItem, { drawn, notes }: MapPicture): Text[] {
  const { figure } = item.standing;
  const refs = [...new Set(noteKeys(figure))]
    .map((key) => ({ key, number: notes.numbers[key] ?? 0 }))
    .sort((a, b) => a.number - b.number);
  const day = figure.periodStart === null || figure.periodStart === figure.asOf;
  return [
    {
      text: `${itemTitle(item, drawn.shape !== 'arrow')}: `,
      kind: around('tspan', { class: 'bold' }),
    },
    { text: amountText(figure.amount), kind: around('tspan', { 'data-figure': figure.id }) },
    plain(
      ` ${countedText(figure)}, ${day ? '' : periodText(figure).replace(sayDayShort(figure.asOf), '')}`,
    ),
    {
      text: day ? periodText(figure) : sayDayShort(figure.asOf),
      kind: around('tspan', { 'data-day': figure.asOf }),
    },
    plain(`, ${speakerText(figure)}; ${figure.definition.label}. `),
    ...(figure.caveats.length === 0 ? [plain(`${texts.noCaveat} `)] : []),
    plain(`${texts.notes.short} `),
    ...refs.flatMap(({ number }, i): Text[] => [
      ...(i > 0 ? [plain(', ')] : []),
      { text: String(number), kind: around('a', { href: `#note-${number}` }) },
    ]),
  ];
}

const noteId = (key: string, { numbers }: Notes) => `note-${numbers[key] ?? ''}`;

const noteIds = (key: string, notes: Notes) => ({ id: noteId(key, notes), 'data-key': key });

const note = (key: string, notes: Notes, said: readonly Text[]): Text[] => [
  {
    text: `${notes.numbers[key] ?? ''} `,
    kind: around('a', { href: `#${noteId(key, notes)}` }),
  },
  ...said,
];

/** The picture as it grows downwards. */
class Sheet {
  readonly #parts: string[] = [];
  #y = MARGIN;

  space(height: number): void {
    this.#y += height;
  }

  head(text: string): void {
    this.space(10);
    this.text([plain(text)], { name: 'head' });
  }

  text(
    stretches: readonly Text[],
    { name = '', line = LINE, letters = LETTERS, left = MARGIN } = {},
  ): void {
    const lines = textLines(stretches, letters);
    this.#parts.push(
      ...lines.map((stretch) => {
        this.#y += line;
        const said = stretch.map(({ text, kind }) => (kind ? kind(text) : escaped(text))).join('');
        return `<text class="${name}" x="${left}" y="${this.#y - 4}">${said}</text>`;
      }),
    );
  }

  /** What belongs together, and is looked for together. */
  block(stretches: readonly Text[], attributes: Readonly<Record<string, string>> = {}): void {
    this.#parts.push(`<g data-block=""${written(attributes)}>`);
    this.text(stretches);
    this.#parts.push('</g>');
  }

  map(base: Ground, dense: boolean, drawn: string): void {
    const height = (INNER * base.height) / base.width;
    this.#parts.push(
      `<svg class="map${dense ? ' dense' : ''}" x="${MARGIN}" y="${this.#y}" width="${INNER}" height="${height}" viewBox="0 0 ${base.width} ${base.height}">`,
      `<rect class="water" width="${base.width}" height="${base.height}"/>${drawn}</svg>`,
    );
    this.#y += height;
  }

  file(title: string): string {
    const height = Math.ceil(this.#y + MARGIN);
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" lang="en" data-block="">`,
      `<title>${escaped(title)}</title><style>${MAP_PICTURE_STYLE}</style>`,
      `<rect class="paper" width="${WIDTH}" height="${height}"/>`,
      ...this.#parts.filter((part) => part !== ''),
      '</svg>\n',
    ].join('\n');
  }
}

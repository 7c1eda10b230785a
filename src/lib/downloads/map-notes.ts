import { flowTexts, itemTitle } from '#lib/wording/flows.ts';
import { sayDay } from '#lib/wording/days.ts';
import { texts } from '#lib/wording/texts.ts';
import type { Stretch } from '#lib/drawing/text-lines.ts';
import type { MapPicture } from './map-picture.ts';
import { around, type Around } from './svg-markup.ts';

type Text = Stretch<Around>;
const plain = (text: string): Text => ({ text, kind: null });

/** What must be said under a map: whose numbers, of which day, what it leaves out, its scale, and where borders come from. */
export function mapNotes({
  drawn,
  without,
  base,
}: Pick<MapPicture, 'drawn' | 'without' | 'base'>): Text[][] {
  const asOf =
    drawn.asOf === null
      ? ''
      : ` ${drawn.span ? `${flowTexts.datesFrom} ${sayDay(drawn.span[0])} ${flowTexts.to} ${sayDay(drawn.span[1])}` : `${flowTexts.numbersOf} ${sayDay(drawn.asOf)}`}${
          drawn.signs.otherDate ? `; ${flowTexts.paler}` : ''
        }.`;
  const isStock = drawn.shape !== 'arrow';
  return [
    ...(drawn.publishers.length === 0
      ? []
      : [`${flowTexts.by} ${drawn.publishers.join(', ')}.${asOf}`]),
    ...(without.length === 0
      ? []
      : [`${flowTexts.without} ${without.map(({ label }) => label).join(', ')}.`]),
    ...(drawn.unplaced.length === 0
      ? []
      : [
          `${flowTexts.unplaced} ${drawn.unplaced.map((item) => itemTitle(item, isStock)).join(', ')}.`,
        ]),
    ...(drawn.labels.some(({ short }) => short) ? [flowTexts.code] : []),
    `${flowTexts.scale[drawn.shape]}${drawn.hasFloor ? ` ${flowTexts.floor}` : ''}`,
    `${flowTexts.schematic[drawn.shape]} ${texts.map.borders}${base.hasCrimea ? ` ${texts.map.crimea}` : ''}`,
  ].map((text, i, all): Text[] =>
    i === all.length - 1
      ? [
          plain(`${text} `),
          ...(base.hasCrimea
            ? [
                { text: texts.map.resolution, kind: around('tspan', { 'data-cite': '' }) },
                plain(base.dotted === '' ? '.' : `. ${flowTexts.dotted}`),
              ]
            : base.dotted === ''
              ? []
              : [plain(flowTexts.dotted)]),
        ]
      : [plain(text)],
  );
}

import { captionOf, policyOf } from '#lib/drawing/flows/words.ts';
import type { Picture } from '#lib/drawing/flows/map.ts';
import { flowTexts } from '#lib/wording/flows.ts';
import { sayDay } from '#lib/wording/days.ts';
import { texts } from '#lib/wording/texts.ts';
import type { Stretch } from '#lib/drawing/text-lines.ts';
import type { DayOrMonth } from '#lib/values/day.ts';
import type { MapPicture } from './map-picture.ts';
import { around, type Around } from './svg-markup.ts';

type Text = Stretch<Around>;
const plain = (text: string): Text => ({ text, kind: null });
const dayText = (day: DayOrMonth, { inferred }: Picture): Text => ({
  text: `${inferred.includes(day) ? `${texts.aboutDay} ` : ''}${sayDay(day)}`,
  kind: around('tspan', { 'data-day': day }),
});

/** What stands above a picture of a map: what its numbers are not, whose they are, and of which days. */
export function datesOf({ drawn }: Pick<MapPicture, 'drawn'>, picture: Picture): Text[] {
  const { direction, asOf, span } = picture;
  if (asOf === null) return [];
  const before =
    direction === 'out'
      ? `${drawn.counted} ${drawn.publishers.join(', ')}, `
      : `${flowTexts.backHeading}, `;
  const end = direction === 'out' && drawn.signs.older ? `; ${flowTexts.paler[drawn.shape]}.` : '.';
  return span
    ? [
        plain(`${before}${flowTexts.datesFrom} `),
        dayText(span[0], picture),
        plain(` ${flowTexts.to} `),
        dayText(span[1], picture),
        plain(end),
      ]
    : [plain(`${before}${flowTexts.numbersOf} `), dayText(asOf, picture), plain(end)];
}

/** What must be said under a map: what its marks mean, what it leaves out, its scale, and where borders come from. */
export function mapNotes({
  drawn,
  without,
  base,
}: Pick<MapPicture, 'drawn' | 'without' | 'base'>): Text[][] {
  return [
    [plain(captionOf(drawn, without).join(' '))],
    [
      plain(`${policyOf(drawn)} `),
      ...base.notes.flatMap(({ text, reason }) => [
        plain(`${text} (`),
        { text: reason, kind: around('tspan', { 'data-cite': '' }) },
        plain('). '),
      ]),
      ...(base.dotted === '' ? [] : [plain(flowTexts.dotted)]),
    ],
  ];
}

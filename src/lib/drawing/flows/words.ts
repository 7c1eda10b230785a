import type { Place } from '#lib/records/model.ts';
import { flowTexts, itemTitle } from '#lib/wording/flows.ts';
import { texts } from '#lib/wording/texts.ts';
import type { DrawnMap } from './map.ts';

/** What is said under a map of its marks, in sentences: only what occurs on it. */
export function captionOf(map: DrawnMap, without: readonly Place[]): string[] {
  const { shape, signs, unplaced } = map;
  const key = flowTexts.key;
  return [
    ...signs.looks.flatMap((look) => (look === 'sharp' ? [] : [key[look]])),
    ...(signs.beside ? [key.beside] : []),
    ...(signs.onward ? [key.onward] : []),
    ...(signs.otherRules.length > 0
      ? [`${flowTexts.dagger} ${flowTexts.otherRules} ${signs.otherRules.join('; ')}.`]
      : []),
    ...(without.length > 0
      ? [`${flowTexts.without} ${without.map(({ label }) => label).join(', ')}.`]
      : []),
    ...(unplaced.length > 0
      ? [
          `${flowTexts.unplaced} ${unplaced.map((item) => itemTitle(item, shape !== 'arrow')).join(', ')}.`,
        ]
      : []),
    flowTexts.scale[shape],
    ...(hasUnlabelled(map) ? [flowTexts.unlabelled] : []),
  ];
}

/** Whether some item has a mark and no label on the wide drawing. */
function hasUnlabelled({ pictures }: DrawnMap): boolean {
  return pictures.some(({ items, drawings }) => {
    const named = drawings
      .filter(({ name }) => name === 'wide')
      .flatMap(({ labels }) => labels)
      .reduce((sum, { parts }) => sum + parts.length, 0);
    return named < items.length;
  });
}

/** What the marks of a map do not mean, and what its borders do not; the notes of single borders follow. */
export const policyOf = ({ shape, hasFloor }: DrawnMap): string =>
  `${hasFloor ? `${flowTexts.floor} ` : ''}${flowTexts.schematic[shape]} ${texts.map.borders}`;

import type { Scene, SceneKey } from '#lib/drawing/chart/scene.ts';

/** How the page says a day; the island has it already. */
export type SayDay = (day: string) => string;

/** The letters of a picture with what they stand for, as the page itself sets them. */
export const keyEntries = (
  { keys }: Scene,
  { dataset }: HTMLElement,
  sayDay: SayDay,
): HTMLLIElement[] => keys.map((key) => entry(key, dataset[key.kind] ?? '', sayDay));

function entry({ letter, when, text }: SceneKey, told: string, sayDay: SayDay): HTMLLIElement {
  const item = document.createElement('li');
  const name = document.createElement('b');
  name.textContent = letter;
  item.append(letter === '' ? told : name, ' ');
  if (when !== '') {
    const time = document.createElement('time');
    time.dateTime = when;
    time.textContent = sayDay(when);
    item.append(time, ': ');
  }
  item.append(text);
  return item;
}

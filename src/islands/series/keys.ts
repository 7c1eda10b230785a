import type { Scene, SceneKey } from '#lib/drawing/series/scene.ts';
import { sayDay } from './days.ts';

/** The letters of a picture with what they stand for, as the page itself sets them. */
export const keyEntries = ({ keys }: Scene, { dataset }: HTMLElement): HTMLLIElement[] =>
  keys.map((key) => entry(key, dataset[key.kind] ?? ''));

function entry({ letter, when, text }: SceneKey, told: string): HTMLLIElement {
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

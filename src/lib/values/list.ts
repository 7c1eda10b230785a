import { badValue } from './bad-value.ts';

/**
 * The items of a cell, parted by `;`, in the order in which they stand; nothing is an empty list.
 * @throws {BadValue} for an empty or repeated item, and whatever `parseItem` throws.
 */
export function parseList<T>(text: string, parseItem: (item: string) => T): T[] {
  if (text === '') return [];
  const items = text.split(';');
  const bare = items.map((item) => item.trim()).filter((item) => item !== '');
  const lawful = [...new Set(bare)].join(';');
  if (lawful !== text) {
    throw badValue('a list separated by ";", each item once', text, `write ${lawful || 'nothing'}`);
  }
  return items.map((item) => parseItem(item));
}

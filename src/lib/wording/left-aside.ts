import { sayNumber } from './numbers.ts';

/** "1 row", "1,234 rows". */
export const counted = (many: number, one: string, more = `${one}s`): string =>
  `${sayNumber(many)} ${many === 1 ? one : more}`;

/**
 * What an import leaves aside, by why: the words for several, beginning with what is counted. A cell is one number of a
 * row, of which a table can have more.
 */
export const leftAside = {
  noNumber: (said: string) => `cells without a number (${said})`,
  elsewhere: (home: string) => `rows not about this situation (people from elsewhere than ${home})`,
  notCounted: (group: string, what: 'cells' | 'rows') =>
    `${what} of ${group}, which is known but has no measure here`,
  notThere: (group: string) => `cells of ${group} for a place where this group is not counted`,
  bySexAndAge: 'rows of parts by sex and age; the row for all is read',
  byRegion: 'rows of parts of the country; the row for the whole is read',
  addsUp: (header: string) => `columns with the sum of others (${header})`,
  notMeant: 'rows not meant by the mapping’s where',
} as const;

/** "1 cell without a number (blank)", "12 rows not meant by the mapping’s where" */
export function leftAsideText(why: string, many: number): string {
  const [, what = 'rows', rest = ''] = /^(\S+) ([^]*)$/.exec(why) ?? [];
  return `${counted(many, what.replace(/s$/, ''), what)} ${rest}`;
}

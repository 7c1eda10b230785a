/** What can be left out of the sheets to print, in the order in which it is set. */
export const SHEET_PARTS = ['counters', 'map', 'chart', 'claims', 'changes', 'events'] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** How a reader wants the sheets; all of it is in their address. */
export interface SheetChoice {
  readonly without: readonly SheetPart[];
  readonly notes: 'full' | 'short';
  readonly paper: Paper;
}

/** From the query of an address, with or without its question mark. What it does not know it leaves as it is by default. */
export function choiceOf(query: string): SheetChoice {
  const asked = new URLSearchParams(query);
  const without = (asked.get('without') ?? '').split(',');
  return {
    without: SHEET_PARTS.filter((part) => without.includes(part)),
    notes: asked.get('notes') === 'short' ? 'short' : 'full',
    paper: PAPERS.find((paper) => paper === asked.get('paper')) ?? 'a4',
  };
}

/** The query for a choice, with its question mark; empty for the default. One choice has one address. */
export function queryOf({ without, notes, paper }: SheetChoice): string {
  const parts = SHEET_PARTS.filter((part) => without.includes(part));
  const said = [
    ...(parts.length > 0 ? [`without=${parts.join(',')}`] : []),
    ...(notes === 'short' ? ['notes=short'] : []),
    ...(paper === 'a4' ? [] : [`paper=${paper}`]),
  ];
  return said.length === 0 ? '' : `?${said.join('&')}`;
}

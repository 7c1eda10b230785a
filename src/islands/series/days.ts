/** As the page's own days are said: `5 Sep 2022`, or `Sep 2022`, with the page's own names of months. */
export function sayDay(day: string): string {
  const [year = '', month = '1', date] = day.split('-');
  const name = monthNames()[Number(month) - 1] ?? '';
  return date === undefined ? `${name}\u00a0${year}` : `${Number(date)}\u00a0${name}\u00a0${year}`;
}

const monthNames = (): string[] =>
  document.querySelector<HTMLElement>('[data-months]')?.dataset['months']?.split(' ') ?? [];

import { sayDay } from './days.ts';
import { entryOf, readTable, showKnown, showNotes, type Since } from './known-on.ts';

/**
 * The group of buttons and the day; what it shows is in the address as `?on=`. `changed` hears of the day and gets
 * what can wait until the table has answered.
 */
export function startControl(changed: (day: string, later: () => void) => void): void {
  const group = document.querySelector<HTMLElement>('[data-known-on]');
  const input = group?.querySelector('input');
  const table = readTable();
  const [firstDay, lastDay] = [table.days.at(0), table.days.at(-1)];
  if (!group || !input || firstDay === undefined || lastDay === undefined) return;
  const said = saidIn(group);
  let day = '';

  const show = (chosen: string): void => {
    // What is known on the last publication day is known today.
    day = chosen >= lastDay ? '' : chosen;
    group.closest('main')?.classList.add('stepped');
    const isAny = day === '' || day >= firstDay;
    said(day, showKnown(table, day), isAny);
    input.value = day === '' ? lastDay : day;
    for (const [way, to] of [
      ['previous', previous()],
      ['next', next()],
      ['newest', day === '' ? undefined : ''],
    ] as const)
      button(group, way)?.setAttribute('aria-disabled', String(to === undefined));
    changed(day, () => showNotes(table, day));
  };
  const choose = (chosen: string | undefined): void => {
    if (chosen === undefined) return;
    show(chosen);
    const address = new URL(location.href);
    if (day === '') address.searchParams.delete('on');
    else address.searchParams.set('on', day);
    history.replaceState(history.state, '', address);
  };
  const previous = () => table.days.findLast((one) => one < (day === '' ? lastDay : day));
  const next = () => (day === '' ? undefined : table.days.find((one) => one > day));

  input.min = firstDay;
  input.max = lastDay;
  input.value = lastDay;
  button(group, 'next')?.setAttribute('aria-disabled', 'true');
  button(group, 'newest')?.setAttribute('aria-disabled', 'true');
  button(group, 'previous')?.addEventListener('click', () => choose(previous()));
  button(group, 'next')?.addEventListener('click', () => choose(next()));
  button(group, 'newest')?.addEventListener('click', () => choose(''));
  input.addEventListener('change', () => choose(isDay(input.value) ? input.value : ''));
  addEventListener('popstate', () => {
    if (dayInAddress() !== day) show(dayInAddress());
  });
  group.hidden = false;
  if (dayInAddress() !== '') show(dayInAddress());
}

const dayInAddress = (): string => {
  const on = new URLSearchParams(location.search).get('on') ?? '';
  return isDay(on) ? on : '';
};

/** A day that never was is no choice: the page stays as it is today. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

const button = (group: HTMLElement, way: string) =>
  group.querySelector<HTMLElement>(`[data-step="${way}"]`);

/** Says which day is shown and what was revised since; the list is made when a reader opens it. */
function saidIn(group: HTMLElement) {
  const part = (name: string) => group.querySelector<HTMLElement>(`[data-said="${name}"]`);
  const details = group.querySelector('details');
  let listed: readonly Since[] = [];
  const list = () => {
    if (!details?.open) return;
    details
      .querySelector('ul')
      ?.replaceChildren(...listed.map((since) => entryOf(since, details.dataset)));
  };
  details?.addEventListener('toggle', list);
  return (day: string, since: readonly Since[], isAny: boolean): void => {
    const count = since.length;
    const which = !isAny ? 'nothing' : count === 0 ? 'none' : count === 1 ? 'one' : 'many';
    for (const name of ['newest', 'past', 'nothing', 'none', 'one', 'many']) {
      const shown = name === (day === '' ? 'newest' : 'past') || (day !== '' && name === which);
      part(name)?.toggleAttribute('hidden', !shown);
    }
    for (const number of group.querySelectorAll('[data-count]')) number.textContent = String(count);
    group.querySelector('[data-day]')?.replaceChildren(timeOf(day));
    listed = day === '' ? [] : since;
    details?.toggleAttribute('hidden', listed.length === 0);
    list();
  };
}

function timeOf(day: string): Node {
  if (day === '') return document.createTextNode('');
  const time = document.createElement('time');
  time.dateTime = day;
  time.textContent = sayDay(day);
  return time;
}

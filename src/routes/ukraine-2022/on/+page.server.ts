import { library } from '#lib/server/library.ts';
import { calendarByMonth } from '#lib/views/days.ts';
import { days } from '#routes/summary.server.ts';

/** Every publication day, by month. */
export const load = () => ({
  situation: library.situation.id,
  title: library.situation.title,
  first: days[0],
  months: calendarByMonth(days),
  count: days.length,
});

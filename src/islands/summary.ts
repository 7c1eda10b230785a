/** What a summary's script does: one file, because each further one costs its page the bytes of its name. */
import './chart-js/crossings.ts';
import './quote.ts';
import { sayDay } from './series/days.ts';
import { movableMark } from './summary/calendar.ts';
import './summary/neighbours.ts';

movableMark(sayDay);

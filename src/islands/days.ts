/** The field for any day on the page of all days. */
import './summary/day-jump.ts';

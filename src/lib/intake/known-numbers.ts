import { dayNumber, firstDayOf } from '#lib/values/day.ts';
import type { DayOrMonth } from '#lib/values/day.ts';
import { hasEffect } from '#lib/records/caveats.ts';
import type { Effect } from '#lib/records/effects.ts';
import type { Figure, Library } from '#lib/records/model.ts';
import { carries } from '#lib/views/unlike.ts';
import { sayDay } from '#lib/wording/days.ts';
import { asOfText } from '#lib/wording/figures.ts';
import { sayNumber } from '#lib/wording/numbers.ts';

/** Below it two numbers are the same by chance too often to say anything. */
const TELLING = 1_000;
/** From it on a number that is not round is the same by chance on no day. */
const UNIQUE = 10_000;
const NEAR_DAYS = 45;

/** All numbers of the library by place and value, to recognise one that comes under another name. */
export class KnownNumbers {
  readonly #byNumber = new Map<string, Figure[]>();
  readonly #bySeries = new Map<string, Figure[]>();
  readonly #byDay = new Map<string, Figure[]>();
  readonly #home: string;

  constructor(library: Library) {
    this.#home = library.situation.country.id;
    for (const figure of library.figures) {
      const series = `${figure.series}|${figure.asOf}|${figure.definition.statistic === 'flow' ? (figure.periodStart ?? '') : ''}`;
      push(this.#bySeries, series, figure);
      push(this.#byDay, `${this.aboutOf(figure)}|${figure.asOf}|${figure.measure.id}`, figure);
      if ('value' in figure.amount)
        push(this.#byNumber, `${this.aboutOf(figure)}|${figure.amount.value}`, figure);
    }
  }

  /** The place a figure is about: where people went, or from where they came back. */
  aboutOf({ origin, place }: Figure): string {
    return origin.id === this.#home ? place.id : origin.id;
  }

  /** Figures of the same series about the same day, in the order of sources. */
  ofSeries(series: string, asOf: string, periodStart: string): readonly Figure[] {
    return this.#bySeries.get(`${series}|${asOf}|${periodStart}`) ?? [];
  }

  /** A figure with this very number for this place that counts events where people are meant, or the reverse. */
  unlike(place: string, value: number, asOf: string | null, isArrow: boolean): Figure | null {
    return this.#nearest(
      place,
      value,
      asOf,
      ({ measure, definition }) =>
        (measure.drawnAs === 'arrow') !== isArrow &&
        measure.drawnAs !== 'none' &&
        !hasEffect(definition.caveats, 'crossings-as-people'),
    );
  }

  /**
   * A figure with this very number for this place and day that counts otherwise, where what this measure gave for that
   * day is known and another: the two columns of a file have changed places.
   */
  inAnotherColumn(place: string, value: number, asOf: string, measure: string): Figure | null {
    const found = this.#candidates(place, value).filter((figure) => figure.asOf === asOf);
    const ofMeasure = this.#byDay.get(`${place}|${asOf}|${measure}`) ?? [];
    if (ofMeasure.length === 0 || found.some((figure) => figure.measure.id === measure))
      return null;
    return found.find((figure) => figure.measure.drawnAs !== 'none') ?? null;
  }

  /** A figure with this very number for this place by another rule of the same publisher. */
  byAnotherRule(
    place: string,
    value: number,
    asOf: string,
    measure: string,
    definition: string,
    publisher: string,
  ): Figure | null {
    const found = this.#candidates(place, value).filter(
      (figure) => figure.measure.id === measure && figure.definition.publisher.id === publisher,
    );
    if (found.some((figure) => figure.definition.id === definition && isNear(figure, asOf)))
      return null;
    return (
      found.find((figure) => figure.definition.id !== definition && isNear(figure, asOf)) ?? null
    );
  }

  #candidates(place: string, value: number): readonly Figure[] {
    return value < TELLING ? [] : (this.#byNumber.get(`${place}|${value}`) ?? []);
  }

  #nearest(
    place: string,
    value: number,
    asOf: string | null,
    isMeant: (figure: Figure) => boolean,
  ): Figure | null {
    const found = this.#candidates(place, value).filter(isMeant);
    if (asOf === null) return found[0] ?? null;
    if (value % 1_000 === 0) return found.find((figure) => figure.asOf === asOf) ?? null;
    if (value >= UNIQUE) return found[0] ?? null;
    return found.find((figure) => isNear(figure, asOf)) ?? null;
  }
}

function isNear(figure: Figure, asOf: string): boolean {
  const days = [figure.asOf, asOf as DayOrMonth].map((when) => dayNumber(firstDayOf(when)));
  return Math.abs((days[0] ?? 0) - (days[1] ?? 0)) <= NEAR_DAYS;
}

function push(map: Map<string, Figure[]>, key: string, figure: Figure): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [figure]);
  else list.push(figure);
}

/** "2,083,854 for Poland is what UNHCR gave as border crossings as of 20 March 2022 (source …)" */
export function givenAs(figure: Figure, placeLabel: string): string {
  const value = 'value' in figure.amount ? sayNumber(figure.amount.value) : '';
  return `${value} for ${placeLabel} is what ${figure.definition.publisher.short} gave as ${figure.measure.phrase} (“${figure.definition.label}”) as of ${asOfText(figure, sayDay).replace(/\u00a0/g, ' ')} (source ${figure.source.id})`;
}

/** Rows of one file whose numbers hold some of the same people, as a sentence; null where none do. */
export function overlapAmong(
  rows: readonly { readonly label: string; readonly figure: Figure }[],
): string | null {
  const twice = rows.filter(({ figure }) => carries(figure, 'counted-twice'));
  const isOnward = ({ figure }: (typeof rows)[number]) => carries(figure, 'came-by-another');
  const [first, ...others] = [...twice].sort((a, b) => Number(isOnward(b)) - Number(isOnward(a)));
  if (first === undefined || others.length === 0) return null;
  const said = (row: (typeof rows)[number]) => {
    const value = 'value' in row.figure.amount ? sayNumber(row.figure.amount.value) : '';
    const of = (effect: Effect) => row.figure.caveats.find((caveat) => hasEffect([caveat], effect));
    const why = of('came-by-another') ?? of('counted-twice');
    return `${row.label} ${value} (“${row.figure.definition.label}”${why === undefined ? '' : `: ${why.label}`})`;
  };
  return `${said(first)} is beside ${others.map(said).join(' and ')}: the same people are in both. A sum of the column counts them twice. Take for each place the number of its own definition`;
}

import type { Figure } from '#lib/records/model.ts';
import type { Published } from '#lib/values/published.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { figureSentence } from '#lib/wording/figures.ts';

/**
 * A figure as a flat record for files: every record carries its source, address, caveats and definition, so that
 * a single line cut out of the file still says what it is. Column names follow HDX HAPI and SDMX where they have one.
 */
export function figureRecord(figure: Figure) {
  const { amount, source, definition } = figure;
  const counted = 'value' in amount;
  const range = amount.kind === 'between';
  return {
    id: figure.id,
    sentence: figureSentence(figure),
    series: figure.series,
    measure: figure.measure.id,
    population: figure.population.id,
    origin: figure.origin.id,
    place: figure.place.id,
    period_start: figure.periodStart ?? '',
    as_of: figure.asOf as string,
    published: publishedText(source.published),
    qualifier: amount.kind as string,
    value: counted ? amount.value : '',
    value_low: range ? amount.low : '',
    value_high: range ? amount.high : '',
    amount: amountText(amount),
    stated_as: figure.statedAs,
    publisher: definition.publisher.name,
    publisher_part: definition.publisher.part,
    verification: figure.verification as string,
    obs_status: figure.status as string,
    statistic: definition.statistic as string,
    definition: `${definition.label}. ${definition.text}`,
    source: source.title,
    source_id: source.id,
    address: source.address,
    relay_of: source.relayOf ?? '',
    licence: source.licence,
    redistribution: source.redistribution as string,
    caveat_codes: figure.caveats.map(({ code }) => code).join(';'),
    caveats: figure.caveats.map(({ text }) => text).join(' '),
    locator: figure.locator,
    note: figure.note,
  };
}

export type FigureRecord = ReturnType<typeof figureRecord>;

/** As in the seeds: a day, a day and time with offset, a month, or empty. */
function publishedText(published: Published): string {
  switch (published.kind) {
    case 'day':
      return published.day;
    case 'moment':
      return `${published.day}T${published.time}${published.offset}`;
    case 'month':
      return published.month;
    case 'undated':
      return '';
  }
}

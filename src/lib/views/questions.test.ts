import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { questionsOf } from './questions.ts';
import { allSeries } from './series.ts';

test('every series is listed once, under the question of its measure, its newest number beside it', () => {
  const questions = questionsOf(library);
  const listed = questions.flatMap(({ measures }) => measures.flatMap(({ series }) => series));
  expect(listed.map(({ id }) => id).sort()).toEqual([...allSeries(library).keys()].sort());
  expect(listed.filter(({ newest, id }) => newest?.series !== id)).toEqual([]);
  const asked = new Map(
    library.situation.questions.flatMap(({ label, measures }) =>
      measures.map(({ id }) => [id, label]),
    ),
  );
  for (const { label, measures } of questions)
    for (const { id } of measures) expect(asked.get(id)).toBe(label);
});

test('a measure that no question names is listed last under its own name, and speakers are in their order', () => {
  const { situation } = library;
  const [first, ...rest] = situation.questions;
  const questions = questionsOf({ ...library, situation: { ...situation, questions: rest } });
  const left = (first?.measures ?? []).map(({ label }) => label);
  expect(
    questions
      .slice(rest.length)
      .map(({ label }) => label)
      .sort(),
  ).toEqual(left.sort());
  for (const { measures } of questions)
    for (const { series } of measures) {
      const order = series.map(({ definition }) => definition.publisher.order);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
});

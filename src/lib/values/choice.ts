import { badValue } from './bad-value.ts';
import { nearest } from './nearest.ts';

/** @throws {BadValue} naming all choices and, where one is near, that one. */
export function parseChoice<const T extends string>(text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  const near = nearest(text, choices);
  throw badValue(
    `one of ${choices.join(', ')}`,
    text,
    near === null ? '' : `did you mean ${near}?`,
  );
}

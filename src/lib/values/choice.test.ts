import { expect, test } from 'vitest';
import { parseChoice } from './choice.ts';

test('a word near a choice is asked for, and where none is near no word is', () => {
  const messageOf = (text: string) => {
    try {
      return parseChoice(text, ['exact', 'about']);
    } catch (cause) {
      return cause instanceof Error ? cause.message : '';
    }
  };
  expect(messageOf('exact')).toBe('exact');
  expect(messageOf('exactly')).toBe(
    'expected one of exact, about, found "exactly"; did you mean exact?',
  );
  expect(messageOf('zzzzzzzz')).toBe('expected one of exact, about, found "zzzzzzzz"');
});

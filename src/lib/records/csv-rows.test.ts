import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from './csv-rows.ts';

const byTheParser = (text: string): string[][] =>
  parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n'] });

/** What a reader makes of a text: its rows, or what is wrong with it. */
function outcome(read: (text: string) => string[][], text: string): unknown {
  try {
    return read(text);
  } catch (cause) {
    return cause instanceof Error ? [cause.message, { ...cause }] : cause;
  }
}

test.each([
  '',
  '\n',
  '\r\n',
  'a',
  'a,b\n',
  'a,b\r',
  'a\rb,c\n',
  'a,b\r\n\r\nc',
  '"a\nb",c\nd,e\n',
  '"a\r\nb","c""d"\r\ne,f',
  'a,"b\r\n',
  'a,b"c\nd,e\n',
  '"a" ,b\n',
  '"a"\r',
  'x\n"a"\r\ny\r\n',
])('the rows of %j are those of the parser', (text) => {
  expect(outcome(csvRows, text)).toEqual(outcome(byTheParser, text));
});

test('any text has the rows of the parser, or its fault', () => {
  const letters = fc.constantFrom('a', ',', '"', '\n', '\r\n', '\r', ' ', '""', '"b,\n"');
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 24 }), (parts) => {
      const text = parts.join('');
      expect(outcome(csvRows, text)).toEqual(outcome(byTheParser, text));
    }),
    { numRuns: 500 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress } from './address.ts';

test.each([
  'https://example.org/',
  'https://data.example.org/a/b?c=d&e=%20#f',
  'https://xn--bcher-kva.example/',
  'https://a.example.org/',
  'https://example.xn--p1ai/',
  'https://files.local.example.org/',
  `https://example.org/${'a'.repeat(1980)}`,
])('%s is an address', (text) => {
  expect(parseAddress(text)).toBe(text);
});

test.each([
  ['', 'found nothing'],
  ['example.org', 'beginning with https://'],
  ['http://example.org/', 'write https://example.org/'],
  ['javascript:alert(1)', 'beginning with https://'],
  ['JavaScript://example.org/%0aalert(1)', 'beginning with https://'],
  ['data:text/html,x', 'beginning with https://'],
  ['https://example.org', 'write https://example.org/'],
  ['HTTPS://EXAMPLE.org/', 'write https://example.org/'],
  ['https://example.org/a b', 'write https://example.org/a%20b'],
  ['https://example.org/a/../b', 'write https://example.org/b'],
  ['https://reader@example.org/', 'user name'],
  ['https://:secret@example.org/', 'user name'],
  ['https://example.org:8443/', 'port'],
  ['https://127.0.0.1/', 'public host'],
  ['https://[::1]/', 'public host'],
  ['https://localhost/', 'public host'],
  ['https://archive/', 'public host'],
  ['https://files.office.local/', 'public host'],
  ['https://-a.example.org/', 'public host'],
  ['https://example.org./', 'public host'],
  [`https://example.org/${'a'.repeat(1981)}`, 'at most 2000 characters'],
  ['https://bücher.example/', 'write https://xn--bcher-kva.example/'],
  [' https://example.org/', 'blanks'],
])('%j is refused with a way out', (text, wayOut) => {
  expect(() => parseAddress(text)).toThrow(wayOut);
});

test('whatever is accepted is https, without a user name, in its one spelling', () => {
  fc.assert(
    fc.property(fc.webUrl({ validSchemes: ['https', 'http'] }), (text) => {
      let address: URL;
      try {
        address = new URL(parseAddress(text));
      } catch {
        return;
      }
      expect(address.href).toBe(text);
      expect(address.protocol).toBe('https:');
      expect(address.username + address.password).toBe('');
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { readAddress } from './address.ts';

const file = 'a/figures/b.address';
const read = (text: string) => readAddress(file, text);

test.each([
  ['tables/c.parquet\n', { kind: 'file', name: 'tables/c.parquet' }],
  [
    'https://data.example.org/c.parquet',
    { kind: 'https', name: 'https://data.example.org/c.parquet' },
  ],
  ['http://127.0.0.1:8000/c.parquet', { kind: 'https', name: 'http://127.0.0.1:8000/c.parquet' }],
  ['http://localhost/c.parquet\r\n', { kind: 'https', name: 'http://localhost/c.parquet' }],
  [
    's3://made-up-bucket/2034/c d.parquet'.replace(' ', '+'),
    {
      kind: 's3',
      name: 's3://made-up-bucket/2034/c+d.parquet',
      bucket: 'made-up-bucket',
      key: '2034/c+d.parquet',
    },
  ],
  [
    'postgres://db.example.org/figures\nSELECT *\nFROM plenty;\n',
    {
      kind: 'postgres',
      name: 'postgres://db.example.org/figures',
      host: 'db.example.org',
      port: 5432,
      database: 'figures',
      query: 'SELECT *\nFROM plenty',
    },
  ],
])('%j is an address', (text, address) => {
  expect(read(text)).toEqual(address);
});

describe('an address stays inside what it may name', () => {
  test.each([
    ['../outside.parquet', /found one with \.\./],
    ['tables/../../outside.parquet', /found one with \.\./],
    ['/etc/outside.parquet', /found a path from the root of the disk/],
    ['.hidden/c.parquet', /found another path/],
    ['tables/*.parquet', /found another path/],
    ['tables/c.csv', /found another path/],
    ['tables\\c.parquet', /without blanks, backslashes/],
    ['ftp://example.org/c.parquet', /found ftp:/],
    ['file:///etc/c.parquet', /found file:/],
    ['gs://bucket/c.parquet', /found gs:/],
    ['http://example.org/c.parquet', /found http:\/\/ to another machine/],
    ['http://localhost.example.org/c.parquet', /found http:\/\/ to another machine/],
    ['http://127.0.0.1.example.org/c.parquet', /found http:\/\/ to another machine/],
    ['C:/tables/c.parquet', /found c:/],
    ['data:text/plain,c', /found data:/],
    ['https:c.parquet', /without a host/],
    ['s3://bucket/../other/c.parquet', /empty parts, \. or \.\./],
    ['s3://bucket//c.parquet', /empty parts, \. or \.\./],
    ['s3://bucket', /found none/],
    ['s3://../c.parquet', /the name of a bucket/],
    ['s3://bucket/c.parquet?versionId=1', /found a question mark/],
    ['postgres://db.example.org/', /expected postgres:\/\/host\/database or /],
    [
      'postgres://db.example.org/figures/more\nTABLE figures',
      /expected postgres:\/\/host\/database or /,
    ],
    [
      'postgres://db.example.org/figures?sslmode=disable\nTABLE figures',
      /expected postgres:\/\/host\/database or /,
    ],
    ['postgresql://db.example.org/figures\nTABLE figures', /found postgresql:/],
    ['', /found nothing/],
    ['\n\n', /found nothing/],
  ])('%j is refused', (text, why) => {
    expect(read(text)).toMatchObject({ file, line: 1, column: 1 });
    expect(read(text)).toHaveProperty('message', expect.stringMatching(why));
    expect(read(text)).toHaveProperty(
      'message',
      expect.stringMatching(/^a\/figures\/b\.address:1:1: expected .+, found .+; .+/),
    );
  });

  test('a fault in a line below names that line', () => {
    expect(read('postgres://db.example.org/figures\n')).toMatchObject({ line: 2 });
    expect(read('tables/c.parquet\n\ntables/d.parquet\n')).toMatchObject({ line: 3 });
  });
});

describe('credentials in an address are refused, and never repeated', () => {
  test.each([
    'https://somebody:s3cret@example.org/c.parquet',
    'https://somebody@example.org/c.parquet',
    'https://:s3cret@example.org/c.parquet',
    's3://somebody:s3cret@bucket/c.parquet',
    'postgres://somebody:s3cret@db.example.org/figures\nTABLE figures',
    'postgres://somebody@db.example.org/figures\nTABLE figures',
    'https://example.org/c.parquet?X-Amz-Signature=s3cret',
    'https://example.org/c.parquet?sv=1&sig=s3cret',
    'https://example.org/c.parquet?access_token=s3cret',
    'https://@example.org/c.parquet',
    'https://example.org/c.parquet#s3cret',
  ])('%s', (text) => {
    const fault = read(text);
    expect(fault).toHaveProperty('message', expect.stringMatching(/expected an address without/));
    expect(JSON.stringify(fault)).not.toMatch(/s3cret|somebody/);
  });
});

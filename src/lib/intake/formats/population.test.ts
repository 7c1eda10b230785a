import { expect, test } from 'vitest';
import { intakeSeeds, planned, told } from '../../../../tests/support/intake-seeds.ts';

const seeds = intakeSeeds();
const FLAGS = { source: 'later' };
const entry = (asylum: string, more: Record<string, unknown>) => ({
  year: 2034,
  coo_id: 1,
  coo_name: 'Northland',
  coo: 'NOR',
  coo_iso: 'NOR',
  coa_id: 2,
  coa_name: asylum,
  coa: asylum,
  coa_iso: asylum,
  refugees: '0',
  asylum_seekers: '77',
  returned_refugees: 0,
  idps: 0,
  returned_idps: 0,
  stateless: '0',
  ooc: 0,
  oip: '-',
  hst: '-',
  ...more,
});
const RIGHT = ['adds NOR 2034-12-31 36890 idps-survey', 'adds WES 2034-12-31 12345 official'];

test('the population of UNHCR’s public interface is read; columns without a rule are left aside', () => {
  const items = [entry('WES', { refugees: '12345' }), entry('NOR', { idps: '36890' })];
  const json = JSON.stringify({ page: 1, maxPages: 1, total: [], items });
  const plan = planned(seeds, { 'a.json': json }, FLAGS);
  expect(told(plan).sort()).toEqual(RIGHT);
  expect(plan.report.leftAside.map(({ why }) => why).join()).toContain('stateless');
});

test('the columns of the R package are read, and NA is no number', () => {
  const headers = Object.keys(entry('WES', {})).filter((key) => !key.endsWith('_id'));
  const line = (one: Record<string, unknown>) => headers.map((key) => one[key]).join(',');
  const csv = [
    headers.map((key) => `"${key}"`).join(','),
    line(entry('WES', { refugees: 12345, oip: 'NA', hst: 'NA' })),
    line(entry('NOR', { refugees: 'NA', idps: 36890 })),
    line(entry('SOU', { refugees: 'NA' })),
  ].join('\n');
  expect(told(planned(seeds, { 'a.csv': `${csv}\n` }, FLAGS)).sort()).toEqual(RIGHT);
});

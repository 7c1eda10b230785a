import { columns, mapColumns, type Column } from '#lib/downloads/data/columns.ts';
import { libraries } from '#lib/server/library.ts';
import { site } from '#lib/server/site.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { dataPage } from '#lib/wording/data.ts';
import { onlySituation } from '#lib/pages/situations.ts';
import type { PageServerLoad } from './$types';

/** Where `npm start` serves the site, for a house that has not said its address. */
const here = 'http://localhost:4173';
const csvAddress = () => `${site ?? here}${addresses.figures(libraries[0].situation.id, 'csv')}`;

/** What the page says of a column. */
const described = <Name extends string>({
  name,
  type,
  hxl,
  standard,
  always,
  allowed,
}: Pick<Column, 'type' | 'hxl' | 'standard' | 'always' | 'allowed'> & { readonly name: Name }) => ({
  name,
  type,
  hxl,
  standard,
  always,
  allowed,
});

/** The files, the columns, and lines that take them. */
export const load: PageServerLoad = () => ({
  situation: onlySituation,
  situations: libraries.map(({ situation: { id, title } }) => ({ id, title })),
  columns: columns.map(described),
  mapColumns: mapColumns.map(described),
  commands: [
    { label: dataPage.use.curl, lines: `curl --fail --remote-name ${csvAddress()}` },
    {
      label: dataPage.use.python,
      lines: [
        'import csv, io, urllib.request',
        `text = urllib.request.urlopen("${csvAddress()}").read().decode()`,
        'figures = list(csv.DictReader(io.StringIO(text)))',
        'verified = [f for f in figures if f["verification"] == "verified"]',
        'for figure in verified: print(figure["sentence"])',
      ].join('\n'),
    },
    {
      label: dataPage.use.r,
      lines: [
        `figures <- read.csv("${csvAddress()}", na.strings = "")`,
        'verified <- subset(figures, verification == "verified")',
        'print(verified$sentence)',
      ].join('\n'),
    },
  ],
});

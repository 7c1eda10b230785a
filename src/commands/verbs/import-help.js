/** Two or three examples for each format. */
export const HELP = `
Formats, recognised by the content of the file:
  odp-json    answer of the UNHCR portal's interface: places, totals, series by date
  odp-csv     the portal's own export of one place by date (flags give its place and definition)
  odp-table   the portal's table of four measures
  population  UNHCR Refugee Data Finder, population.csv with its preamble
  footnotes   the footnotes of the same download, given beside it
  hapi        HDX HAPI: refugees, IDPs, returnees; CSV or JSON
  hxl         any table with HXL tags in one of its first rows
  tidy        any other table, read through --mapping: one column of numbers or several, days or places as columns

Examples (a dry run; add --write to write):
  odp-json    npm run seeds -- import sublocation.json --source unhcr-api-2034-05-02
              npm run seeds -- import total.json --place EUROPE --group 5478 --source unhcr-api-2034-05-02
  odp-csv     npm run seeds -- import poland.csv --place POL --definition unhcr-crossings-by-day --source unhcr-series-2034-05-02
              npm run seeds -- import odp-csv poland.csv --place POL --definition unhcr-crossings --source unhcr-series-2034-05-02
  odp-table   npm run seeds -- import table.csv --source unhcr-table-2034-05-02
              npm run seeds -- import table.csv --source unhcr-table-2034-05-02 --leave-out-refused --write
  population  npm run seeds -- import population.csv --source unhcr-official-2034-06-12
              npm run seeds -- import population.csv footnotes.csv --source unhcr-official-2034-06-12 --footnote 3=none
  hapi        npm run seeds -- import hapi_refugees.csv --source hapi-2034-06-12
              npm run seeds -- import hapi_idps.json --definition iom-survey-2024 --measure idps --population idps --source hapi-idps-2034-06-12
  hxl         npm run seeds -- import tagged.csv --mapping tagged.yaml --source ocha-2034-05-02
              npm run seeds -- import tagged.csv --definition iom-ministries --population all_persons --source ocha-2034-05-02
  tidy        npm run seeds -- import states.csv --mapping states.yaml --source unhcr-portal-2034-05-02
              npm run seeds -- import large.csv --mapping large.yaml --source statistics-2034 --json

The dry run reads all seeds as they would be. It lists the faults they would have, and what would be odd about the new
figures. A person looks at these and signs them (npm run seeds -- sign) before they are published.
A source not listed yet also needs --title --kind --address --published --retrieved --licence --redistribution.
Exit code 0: all rows were taken or nothing is new. 1: something is refused. 2: the command was not understood.`;

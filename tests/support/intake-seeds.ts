import { readLibrary } from '#lib/records/library.ts';
import { Importing } from '#lib/intake/importing.ts';
import type { Plan } from '#lib/intake/importing.ts';
import type { Flags } from '#lib/intake/wishes.ts';
import type { Day } from '#lib/values/day.ts';

/** All made up: a country that never was, in a year to come. */
const FIGURES =
  'measure,population,origin,place,definition,period_start,as_of,value,value_high,qualifier,stated_as,verification,status,caveats,locator,note';

const SHARED: Record<string, string> = {
  'measures.csv': `id,label,phrase,drawn_as,caveats
border_crossings,Border crossings,border crossings,arrow,
crossings_back,Crossings back,border crossings back,arrow,
refugees_recorded,Refugees recorded,recorded,circle,
temporary_protection,Protection,registrations for protection,circle,
idps,Displaced,internally displaced,circle,
`,
  'populations.csv':
    'id,label,phrase,part_of\nrefugees,Refugees,refugees,\nidps,Displaced,people,\n',
  'places.csv': `id,label,in_phrase,to_phrase,kind,part_of,iso_numeric,longitude,latitude
NOR,Northland,in Northland,to Northland,country,,901,30,50
WES,Westland,in Westland,to Westland,country,ABROAD,902,20,50
EAS,Eastland,in Eastland,to Eastland,country,ABROAD,903,40,50
SOU,Southland,in Southland,to Southland,country,ABROAD,904,30,40
RIV,Riverland,in Riverland,to Riverland,country,ABROAD,905,32,41
ABROAD,All countries,in all countries,abroad,group,,,,
`,
  'publishers.csv':
    'id,name,short,kind,part,is_party,order\nagency,An Agency,Agency,un,United Nations; not a party,no,1\n',
  'caveats.csv': `code,gravity,label,text,said_by,short,effects,measures,populations,places
via-moldova,2,By way of Riverland too,Holds people who came through Riverland.,The agency,,counted-twice;came-by-another,,,
counted-in-both,2,Counted in two countries,Who went on is in both.,The agency,,counted-twice,,,
russia-crossings-as-persons,1,Crossings entered as persons,The number is that of crossings.,The agency,,crossings-as-people;equals-another-measure,,,
onward-movement,2,Moved on,People move on.,The agency,,,,,
`,
  'definitions.csv': `id,publisher,measures,statistic,label,text,from,until,replaces,break_day,break_reason,caveats
entries,agency,border_crossings,cumulative,Entries,Who enters.,2034-02-24,,,,,
still-there,agency,border_crossings,cumulative,Still there,Entries less departures.,2034-02-24,2034-03-14,,,,
direct,agency,border_crossings,cumulative,Straight from Northland,Without those by way of Riverland.,2034-02-24,,still-there,2034-03-15,no reason published,
with-passage,agency,border_crossings,cumulative,By way of Riverland too,With those by way of Riverland.,2034-02-24,,,,,via-moldova;counted-in-both
passage-entries,agency,border_crossings,cumulative,All entries,Whether or not people went on.,2034-02-24,,,,,counted-in-both
by-day,agency,border_crossings,flow,Entries on a day,Who enters on one day.,2034-02-24,,,,,
back,agency,crossings_back,cumulative,Back,Who goes back.,2034-02-24,,,,,
recorded,agency,refugees_recorded,stock,Recorded,People on lists.,,,,,,
recorded-crossings,agency,refugees_recorded,stock,Taken from crossings,Crossings entered as people.,,,,,,russia-crossings-as-persons
protection,agency,temporary_protection,stock,Protection,Registrations.,,,,,,
official,agency,refugees_recorded,stock,Official,At the end of a year.,,,,,,
idps-survey,agency,idps,stock,Survey,Asked by telephone.,,,,,,
`,
  'breaks.csv': 'id,day,until,before,after,places,what,reason,said_by\n',
  'map-policy.csv': 'name,longitude,latitude,iso_numeric,reason\n',
  'population-groups.csv': `portal,group,name,places,way,measure,population,definition,period_start,from,until,verification,status,caveats,said_by
odp,7001,People recorded (cumulative),,out,refugees_recorded,refugees,recorded,,,2034-12-31,reported,A,none,Test
odp,7001,People recorded (cumulative),EAS,out,refugees_recorded,refugees,recorded-crossings,,,2034-12-31,reported,A,none,Test
odp-table,recorded,People recorded,,out,refugees_recorded,refugees,recorded,,,,reported,A,none,Test
odp-table,recorded,People recorded,EAS,out,refugees_recorded,refugees,recorded-crossings,,,,reported,A,none,Test
odp-table,protection,People registered,,out,temporary_protection,refugees,protection,,,,reported,A,none,Test
odp-table,crossings-from,Crossings from,,out,border_crossings,refugees,entries,2034-02-24,,,reported,A,none,Test
odp-table,crossings-from,Crossings from,WES,out,border_crossings,refugees,entries,2034-02-24,,,reported,A,onward-movement,Test
odp-table,crossings-to,Crossings to,,back,crossings_back,refugees,back,2034-02,,,reported,A,none,Test
odp-series,days,individuals,,out,border_crossings,refugees,by-day,as_of,,,reported,A,none,Test
refugee-data-finder,REF,Refugees under the mandate,,out,refugees_recorded,refugees,official,,,,reported,A,none,Test
refugee-data-finder,IDP,Displaced of concern,NOR,inside,idps,idps,idps-survey,,,,estimated,E,none,Test
refugee-data-finder,ASY,Asylum-seekers,,,,,,,,,,,,Test
hapi,REF,REF,,out,refugees_recorded,refugees,official,,,,reported,A,none,Test
hapi,ASY,ASY,,,,,,,,,,,,Test
`,
  'place-names.csv': 'name,place,said_by\nRepublic of Riverland,RIV,The agency\n',
  'northland-2034/situation.yaml': `id: northland-2034
title: Northland
country: NOR
start: 2034-02-24
claims_within_days: 45
counters: []
chart: []
frames: []
maps: []
apart: []
`,
  'northland-2034/events.csv': 'id,day,kind,text,source\n',
  'northland-2034/corrections.csv': 'figure,column,old,new,day,kind,reason\n',
  'northland-2034/published.csv': 'thing,id,says\n',
  // A situation begins with a figure; no import speaks of this one.
  'northland-2034/figures/first.csv': `${FIGURES}
temporary_protection,refugees,NOR,SOU,protection,,2034-02-25,7,,exact,,reported,A,none,,
`,
};

const SOURCES = `id,publisher,title,kind,address,published,retrieved,relay_of,repeats,licence,redistribution,caveats,note
first,agency,The first,portal_state,https://example.org/,2034-02-26,2035-12-31,,,not stated,may,,
state-2034-03-10,agency,State of 10 March,portal_state,https://example.org/,2034-03-10,2035-12-31,,,not stated,may,,
state-2034-03-14,agency,State of 14 March,portal_state,https://example.org/,2034-03-14,2035-12-31,,,not stated,may,,
state-2034-03-15,agency,State of 15 March,portal_state,https://example.org/,2034-03-15,2035-12-31,,,not stated,may,,
kept,agency,Kept numbers,dataset,https://example.org/,,2035-12-31,,,not stated,may,,
later,agency,A later one,portal_state,https://example.org/,2035-11-01,2035-12-31,,,not stated,may,,
`;

export const TODAY = '2035-12-31' as Day;

/** `known` are lines of figures of `kept`, as `border_crossings,WES,entries,2034-03-09,123456`. */
export function intakeSeeds(known: readonly string[] = []): Record<string, string> {
  const rows = known.map((line) => {
    const [measure = '', place = '', definition = '', asOf = '', value = ''] = line.split(',');
    const start = measure === 'border_crossings' ? '2034-02-24' : '';
    return `${measure},refugees,NOR,${place},${definition},${start},${asOf},${value},,exact,,reported,A,none,,`;
  });
  return {
    ...SHARED,
    'northland-2034/sources.csv': SOURCES,
    ...(rows.length === 0
      ? {}
      : { 'northland-2034/figures/kept.csv': `${[FIGURES, ...rows].join('\n')}\n` }),
  };
}

/** What an import of these files would do to these seeds; a string where it was asked wrongly. */
export function planned(
  seeds: Record<string, string>,
  files: Readonly<Record<string, string | Uint8Array>>,
  {
    format = null,
    mapping = null,
    ...flags
  }: Flags & { format?: string | null; mapping?: string | null } = {},
): Plan {
  const { library, faults } = readLibrary(seeds, TODAY);
  if (library === null) throw new Error(faults.map(({ message }) => message).join('\n'));
  const importing = new Importing(library, seeds, TODAY);
  const usage = importing.ask(format, flags, mapping);
  if (usage !== null) throw new Error(usage.join('\n'));
  const opened = Object.entries(files).map(([name, content]) => ({
    name,
    opened: importing.open(
      name,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ),
  }));
  return importing.plan(opened);
}

/** The rows of a plan in short: `adds WES 2034-03-13 1234 entries`; of refused ones the reasons. */
export function told({ report }: Plan): string[] {
  return report.rows.map(({ verdict, about, asOf, value, definition, reasons, at }) =>
    verdict === 'refuses'
      ? `refuses ${at}: ${reasons.join(' | ')}`
      : `${verdict} ${about} ${asOf} ${value} ${definition}`,
  );
}

export function mappingFor(source: string, more = ''): string {
  return `source: ${source}
format: tidy
columns:
  place: country
  as_of: date
  value: individuals
constants:
  measure: border_crossings
  population: refugees
  definition: entries
${more}`;
}

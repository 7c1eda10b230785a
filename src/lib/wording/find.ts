/** Texts of looking for a name: of places, publishers and measures, and in lists. */
export const findTexts = {
  heading: 'Find',
  intro:
    'Places, publishers and what is counted, each with where its numbers are. Nothing is sent anywhere: the list is on this page.',
  label: 'Show only what contains',
  example: 'part of a name',
  none: 'Nothing in this list contains these words.',
  places: 'Places',
  publishers: 'Publishers',
  measures: 'What is counted',
  arrival: 'all that is counted there',
  series: 'counts',
} as const;

/** Texts of the pages of places of arrival, and of the names to look for. */
export const arrivalTexts = {
  /** "Arrivals from Ukraine in Poland". */
  title: (origin: string, inPlace: string): string => `From ${origin}: people ${inPlace}`,
  intro: 'What is counted of the same place, side by side. These are never added or subtracted.',
  counted: 'What is counted',
  how: 'How it is counted',
  back: 'And back:',
  map: 'On the map',
  mapLink: 'The whole map',
  nothing: 'No figure is known of:',
  chart: 'Over time',
  series: 'All counts of this place',
  places: 'Other places of arrival',
  page: 'Everything on',
} as const;

import type { Place } from '#lib/records/model.ts';

/** A place as it stands after "from" or "out of": "Ukraine", "the Central African Republic". */
export function named({ inPhrase, label }: Pick<Place, 'inPhrase' | 'label'>): string {
  return inPhrase.startsWith('in ') ? inPhrase.slice('in '.length) : label;
}

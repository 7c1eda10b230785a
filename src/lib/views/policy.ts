import type { Library, Place, PolicyPoint } from '#lib/records/model.ts';

/** A point of the border policy and the country around it; null for one that no seed speaks of. */
export interface Placed {
  readonly point: PolicyPoint;
  readonly country: Place | null;
}

/** In the order of the seeds. */
export function policyOf({ mapPolicy, places }: Pick<Library, 'mapPolicy' | 'places'>): Placed[] {
  const countries = [...places.values()].filter(({ kind }) => kind === 'country');
  return mapPolicy.map((point) => ({
    point,
    country: countries.find(({ isoNumeric }) => isoNumeric === point.isoNumeric) ?? null,
  }));
}

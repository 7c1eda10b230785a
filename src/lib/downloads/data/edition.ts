import { addresses } from '#lib/wording/addresses.ts';

/** Of which situation, site and state of the data a file is. */
export interface Edition {
  readonly situation: string;
  /** The address of the site without a slash at its end; null where it is not known, and addresses begin at its top. */
  readonly site: string | null;
  /** The data revision. */
  readonly revision: string;
}

export const pageOf = ({ situation, site }: Edition, figure: string): string =>
  `${site ?? ''}${addresses.figure(situation, figure)}`;

/**
 * What follows from a caveat for what is worked out, compared and said of a figure. The program knows a caveat by its effects
 * alone, never by its code.
 */
export const EFFECTS = [
  /** It holds people whom other figures hold too: nothing is added to it. */
  'overlaps',
  /** The places of one count hold the same people: added up they exceed the total. */
  'counted-twice',
  /** It holds people who came by way of another place, whose number holds them too. */
  'came-by-another',
  /** The first figure after a jump that no event stands behind: nothing is compared across it. */
  'starts-anew',
  /** It says why the figure is another one than the value before it for the same days. */
  'explains-revision',
  /** It answers another question than others on its subject, and competes with none of them. */
  'another-question',
  /** A copy printed it otherwise than its publisher: it is nobody's count. */
  'copying-slip',
  /** Its publisher took the value back. */
  'taken-back',
  /** Those left over from groups: alone they are read as all. */
  'leftover',
  /** It counts those still there, so it can fall though it counts since a start. */
  'can-fall',
  /** What lies between two such numbers is not what happened in between. */
  'mixes-older-cases',
  /** It says that the speaker is a party, which is named beside every claim in any case. */
  'names-party',
  /** The publication shows its publisher's own words whole, though another text carries them. */
  'own-words',
  /** Its parts make another sum than it in the publication itself. */
  'sum-as-printed',
  /** Its people are counted by crossings. */
  'crossings-as-people',
  /** Its publisher gives the very number of another measure for it. */
  'equals-another-measure',
  /** Its publication gives no day: the one we inferred is said to be about that. */
  'day-inferred',
  /** Its address is a page that the text we read cites, and that we have not seen. */
  'address-not-read',
] as const;

export type Effect = (typeof EFFECTS)[number];

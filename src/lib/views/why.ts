import type { Break, Caveat, Figure } from '#lib/records/model.ts';
import { breakWithin } from './breaks.ts';

/** Caveats of a figure that say why it is another one than the value before it, the most telling first. */
const TELLING = [
  'portal-slip',
  'value-withdrawn',
  'block-revision',
  'definition-changed-here',
  'russia-redefined',
  'relay-slip',
] as const;

/** Why a value took the place of another, as far as anybody said so. */
export type Why =
  | { readonly kind: 'break'; readonly break: Break }
  /** Of the new value, or of the old one, which was put right. */
  | { readonly kind: 'caveat'; readonly caveat: Caveat }
  | { readonly kind: 'not-published' };

/** A break between the two says most; else a caveat that tells of the jump; mostly no reason was published. */
export function whyRevised(before: Figure, now: Figure): Why {
  const parted = breakWithin(before, now);
  if (parted) return { kind: 'break', break: parted };
  for (const code of TELLING) {
    const caveat = [...now.caveats, ...before.caveats].find((one) => one.code === code);
    if (caveat) return { kind: 'caveat', caveat };
  }
  return { kind: 'not-published' };
}

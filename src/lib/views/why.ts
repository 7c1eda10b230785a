import { hasEffect } from '#lib/records/caveats.ts';
import type { Break, Caveat, Figure } from '#lib/records/model.ts';
import { breakWithin } from './breaks.ts';

/** Why a value took the place of another, as far as anybody said so. */
export type Why =
  | { readonly kind: 'break'; readonly break: Break }
  | { readonly kind: 'caveat'; readonly caveat: Caveat }
  /** Of the old value, which the new one put right. */
  | { readonly kind: 'caveat-before'; readonly caveat: Caveat }
  | { readonly kind: 'not-published' };

/** A break between the two says most; else a caveat that tells of the jump; mostly no reason was published. */
export function whyRevised(before: Figure, now: Figure): Why {
  const parted = breakWithin(before, now);
  if (parted) return { kind: 'break', break: parted };
  const own = tellingOf(now);
  if (own) return { kind: 'caveat', caveat: own };
  const old = tellingOf(before);
  if (old) return { kind: 'caveat-before', caveat: old };
  return { kind: 'not-published' };
}

/** Of caveats that tell of the jump, the gravest. */
function tellingOf({ caveats }: Figure): Caveat | undefined {
  return caveats.find((caveat) => hasEffect([caveat], 'explains-revision'));
}

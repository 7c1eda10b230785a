import type { Figure } from '#lib/records/model.ts';
import { signedName } from '#lib/records/signature.ts';
import type { Rule } from '#lib/records/signature.ts';

/**
 * Why a number can be compared with no other. `first`: of its series. `undated`: it may have been said on either side of a
 * break. `period`: no other has a period like it. `break`: it begins anew. `no-number`: those beside it have none.
 */
export type Uncompared = 'first' | 'undated' | 'period' | 'break' | 'no-number';

/** Something odd that need not be wrong: somebody should look at it. */
export interface Finding {
  readonly rule: Rule;
  readonly figure: Figure;
  /** Beside which it is odd; null where it is so by itself. */
  readonly other: Figure | null;
  /** Of an as-of older than its publisher's rhythm: how old it was, and how old they had been at most, in days. */
  readonly days: { readonly found: number; readonly usual: number } | null;
  /** Of a number that cannot be compared. */
  readonly why?: Uncompared;
}

export function findingName({ rule, figure, other }: Finding): string {
  return signedName(rule, figure.id, other?.id ?? '');
}

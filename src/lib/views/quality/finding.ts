import type { Figure } from '#lib/records/model.ts';
import { signedName } from '#lib/records/signature.ts';
import type { Rule } from '#lib/records/signature.ts';

/** Something odd that need not be wrong: somebody should look at it. */
export interface Finding {
  readonly rule: Rule;
  readonly figure: Figure;
  /** Beside which it is odd; null where it is so by itself. */
  readonly other: Figure | null;
  /** Of an as-of older than its publisher's rhythm: how old it was, and how old they had been at most, in days. */
  readonly days: { readonly found: number; readonly usual: number } | null;
}

export function findingName({ rule, figure, other }: Finding): string {
  return signedName(rule, figure.id, other?.id ?? '');
}

import type { Reading } from '#lib/records/library.ts';
import type { Library } from '#lib/records/model.ts';
import { findingName } from './finding.ts';
import type { Finding } from './finding.ts';
import { findingsOf, isFreshIn, isNewIn, lookedAt } from './findings.ts';

/**
 * What would be odd and want a line once the seeds are as `after` has them, and is not odd by now. `before` is null for a
 * situation that is not there yet. Nothing where `after` has a fault: that comes first.
 */
export function oddAhead(
  before: Library | null,
  { library, ledger, signatures }: Pick<Reading, 'library' | 'ledger' | 'signatures'>,
): readonly Finding[] {
  if (library === null || ledger === null) return [];
  const [isFresh, isNew] = [isFreshIn(ledger), isNewIn(ledger)];
  const { unsigned } = lookedAt(library, signatures, isFresh, isNew);
  if (unsigned.length === 0 || before === null) return unsigned;
  const known = new Set(findingsOf(before, isFresh, isNew).map(findingName));
  return unsigned.filter((finding) => !known.has(findingName(finding)));
}

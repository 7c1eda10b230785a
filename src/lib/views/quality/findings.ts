import type { Ledger } from '#lib/records/ledger.ts';
import type { Library } from '#lib/records/model.ts';
import { signedName } from '#lib/records/signature.ts';
import type { Signature } from '#lib/records/signature.ts';
import { findingName } from './finding.ts';
import type { Finding } from './finding.ts';
import { oddNeighbours } from './neighbours.ts';
import { oldAsOfs } from './rhythm.ts';
import { sameAsAnother } from './twins.ts';

export interface Looked {
  /** Nobody has signed them, and readers do not see all of it yet: these want a line. */
  readonly unsigned: readonly Finding[];
  readonly signed: readonly Finding[];
  /** Of figures that all were published before: told as a number. */
  readonly old: readonly Finding[];
  /** Signatures that fit nothing any more. */
  readonly idle: readonly Signature[];
}

/** All that is odd, each once. */
export function findingsOf(library: Library): Finding[] {
  const all = [...oddNeighbours(library), ...sameAsAnother(library), ...oldAsOfs(library)];
  return [...new Map(all.map((finding) => [findingName(finding), finding])).values()];
}

/** Whether readers do not see a figure yet, or not so. */
export function isFreshIn(ledger: Ledger): (figure: string) => boolean {
  const changed = new Set(
    ledger.changes().flatMap(({ thing, id }) => (thing === 'figure' ? [id] : [])),
  );
  return (figure) => changed.has(figure);
}

/**
 * What is odd, by whether somebody has to look at it.
 * @param isFresh whether readers do not see this figure yet, or not so
 */
export function lookedAt(
  library: Library,
  signatures: readonly Signature[],
  isFresh: (figure: string) => boolean,
): Looked {
  const findings = findingsOf(library);
  const names = new Set(findings.map(findingName));
  const signedNames = new Set(
    signatures.map(({ rule, figure, other }) => signedName(rule, figure, other)),
  );
  const isSigned = (finding: Finding) => signedNames.has(findingName(finding));
  const involvesFresh = ({ figure, other }: Finding) =>
    isFresh(figure.id) || (other !== null && isFresh(other.id));
  return {
    unsigned: findings.filter((finding) => !isSigned(finding) && involvesFresh(finding)),
    signed: findings.filter(isSigned),
    old: findings.filter((finding) => !isSigned(finding) && !involvesFresh(finding)),
    idle: signatures.filter(
      ({ rule, figure, other }) => !names.has(signedName(rule, figure, other)),
    ),
  };
}

import type { Ledger } from '#lib/records/ledger.ts';
import type { Library } from '#lib/records/model.ts';
import { nameOf } from '#lib/records/things.ts';
import { signedName } from '#lib/records/signature.ts';
import type { Rule, Signature } from '#lib/records/signature.ts';
import { findingName } from './finding.ts';
import type { Finding } from './finding.ts';
import { oddAmongNew } from './compared.ts';
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

/**
 * All that is odd, each once.
 * @param isFresh whether readers do not see this figure yet, or not so: of these more is asked
 * @param isNew whether they see it not at all. A correction that leaves a figure without any to compare it with has its reason
 *   on record already
 */
export function findingsOf(
  library: Library,
  isFresh: (figure: string) => boolean = () => false,
  isNew = isFresh,
): Finding[] {
  const all = [
    ...oddNeighbours(library),
    ...sameAsAnother(library),
    ...oldAsOfs(library),
    ...oddAmongNew(library, isFresh).filter(
      ({ rule, figure }) => rule !== 'not-compared' || isNew(figure.id),
    ),
  ];
  return [...new Map(all.map((finding) => [findingName(finding), finding])).values()];
}

/** Whether readers do not see a figure yet, or not so. */
export function isFreshIn(ledger: Ledger): (figure: string) => boolean {
  const changed = new Set(
    ledger.changes().flatMap(({ thing, id }) => (thing === 'figure' ? [id] : [])),
  );
  return (figure) => changed.has(figure);
}

/** Asked of figures before they are published; what somebody signed then stays on record. */
const ONLY_NEW: ReadonlySet<Rule> = new Set(['not-compared', 'number-gone']);

/** Whether readers do not see a figure at all yet. */
export function isNewIn(ledger: Ledger): (figure: string) => boolean {
  return (figure) => !ledger.published.has(nameOf('figure', figure));
}

/**
 * What is odd, by whether somebody has to look at it.
 * @param isFresh whether readers do not see this figure yet, or not so
 * @param isNew whether they see it not at all
 */
export function lookedAt(
  library: Library,
  signatures: readonly Signature[],
  isFresh: (figure: string) => boolean,
  isNew = isFresh,
): Looked {
  const findings = findingsOf(library, isFresh, isNew);
  const names = new Set(findings.map(findingName));
  const signedNames = new Set(
    signatures.map(({ rule, figure, other }) => signedName(rule, figure, other)),
  );
  const published = new Set(library.figures.flatMap(({ id }) => (isFresh(id) ? [] : [id])));
  const strangers = signatures.filter(
    ({ rule, figure, other }) =>
      !names.has(signedName(rule, figure, other)) && !(ONLY_NEW.has(rule) && published.has(figure)),
  );
  // What was signed before it was published is found as long as all are looked at as if new.
  const everyName = new Set(
    strangers.length === 0 ? [] : findingsOf(library, () => true).map(findingName),
  );
  const isSigned = (finding: Finding) => signedNames.has(findingName(finding));
  const involvesFresh = ({ figure, other }: Finding) =>
    isFresh(figure.id) || (other !== null && isFresh(other.id));
  return {
    unsigned: findings.filter((finding) => !isSigned(finding) && involvesFresh(finding)),
    signed: findings.filter(isSigned),
    old: findings.filter((finding) => !isSigned(finding) && !involvesFresh(finding)),
    idle: strangers.filter(
      ({ rule, figure, other }) => !everyName.has(signedName(rule, figure, other)),
    ),
  };
}

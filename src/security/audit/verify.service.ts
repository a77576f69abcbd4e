import type { Services } from '../services.js';
import { anchorFile, readAnchors } from './anchor.js';
import type { ChainEntry } from './chain.js';
import { type Finding, walkChain } from './verify.js';

/** What checking the whole chain told. */
export interface Verified {
  readonly intact: boolean;
  /** Number of the last entry that was checked. */
  readonly seq: number;
  readonly checked: number;
  /** Entries of before the chain, which nothing binds. */
  readonly unchained: number;
  readonly anchors: number;
  readonly findings: readonly Finding[];
}

const PAGE = 1000;
/** Below any number an entry can have. */
const FIRST = -1e15;

/**
 * Checks every entry of the audit against its hash, its neighbours, the head and the anchors of `home`; a page at a
 * time. Notes what it found.
 */
export async function verifyAudit(services: Services, home: string): Promise<Verified> {
  const { graph, vault, clock } = services;
  const anchors = await readAnchors(anchorFile(home));
  const [totals] = await graph.read('security/steps/audit/audit-totals', {});
  const { seq, hash, entries, unchained, before } = totals!;
  const walk = walkChain(vault, { end: { seq, hash }, anchors });
  const { checked, last, whole } = await walkAll(services, seq, (entry) => walk.take(entry));
  const findings = [...walk.findings()];
  if (whole && checked < entries)
    findings.push(odd(`${entries - checked} entries lie outside the sequence: somebody put them there`));
  if (unchained > before) findings.push(odd(`${unchained - before} entries without a number were put there later`));
  if (unchained < before)
    findings.push({ ...odd(`${before - unchained} entries of before the chain are gone`), kind: 'DELETION' });
  await graph.write('security/steps/audit/audit-checked', {
    now: clock.now(),
    verifiedSeq: seq,
    findings: findings.length,
  });
  return { intact: findings.length === 0, seq: last, checked, unchained, anchors: anchors.length, findings };
}

function odd(why: string): Finding {
  return { kind: 'INSERTION', from: 0, to: 0, why };
}

/** Entries written while the check runs are left to the next one. */
async function walkAll({ graph }: Services, end: number, take: (entry: ChainEntry) => boolean) {
  let checked = 0;
  let ends = end;
  for (let after = FIRST; ; ) {
    const page = await graph.read('security/steps/audit/audit-page', { after, limit: PAGE });
    for (const row of page) {
      if (row.seq > ends) ends = await endNow(graph);
      if (row.seq > end && row.seq <= ends) continue;
      checked += 1;
      if (!take(row as ChainEntry)) return { checked, last: after, whole: false };
    }
    if (page.length < PAGE) return { checked, last: end, whole: true };
    after = page.at(-1)!.seq;
  }
}

async function endNow(graph: Services['graph']): Promise<number> {
  return (await graph.read('security/steps/audit/audit-end', {}))[0]?.seq ?? 0;
}

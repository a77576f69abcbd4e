import type { Vault } from '../sealing/vault.js';
import { type ChainEnd, type ChainEntry, hashOf } from './chain.js';
import { type Seen, seenNumbers } from './seen.js';

export const FINDING_KINDS = ['EDIT', 'SWAP', 'DELETION', 'TRUNCATION', 'INSERTION', 'REWRITE', 'KEY', 'HEAD'] as const;

/** One tampering: which kind, the entries it touches (first and last number), and in plain words what is wrong. */
export interface Finding {
  readonly kind: (typeof FINDING_KINDS)[number];
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** What the chain must agree with: where it ends, and what was anchored outside the database. */
export interface Expected {
  readonly end: ChainEnd;
  readonly anchors: readonly ChainEnd[];
}

export interface Walk {
  /** The next entry in the order of numbers. False when so much is wrong that the rest adds nothing. */
  take(entry: ChainEntry): boolean;
  /** What was found, once all entries were taken. */
  findings(): Finding[];
}

/** From so many broken entries on it is enough. */
const MOST_BROKEN = 1000;
/** How far an entry may have been moved and still be known by its hash. */
const REACH = 16;

/**
 * Checks a chain entry by entry. Every entry is known by its keyed hash, which binds content, number and the hash
 * before: so one that was moved tells where it was, one that no number fits was edited or forged, and a number that no
 * entry has was deleted.
 */
export function walkChain(vault: Vault, expected: Expected): Walk {
  const anchored = new Map(expected.anchors.map(({ seq, hash }) => [seq, hash]));
  const seen = seenNumbers();
  const broken: ChainEntry[] = [];
  const moved: { at: number; from: number }[] = [];
  const found: Finding[] = [];
  let last: ChainEnd = { seq: 0, hash: '' };
  let drift = 0;
  return {
    take(entry) {
      const number = numberOf(vault, entry, drift);
      if (number === null) broken.push(entry);
      else {
        drift = number - entry.seq;
        if (drift !== 0) moved.push({ at: entry.seq, from: number });
        if (!seen.add(number)) found.push(finding('INSERTION', entry.seq, 'is a copy of another entry'));
        found.push(...misfits(entry, number, { last, anchored, end: expected.end }));
        last = { seq: number, hash: entry.hash };
      }
      return broken.length + found.length < MOST_BROKEN;
    },
    findings: () => [...found, ...explain(vault, { seen, broken, moved, expected })],
  };
}

/** The number an entry was written under, or null when it is not as it was written. */
function numberOf(vault: Vault, entry: ChainEntry, drift: number): number | null {
  if (!(entry.at instanceof Date) || !Array.isArray(entry.customers) || typeof entry.hash !== 'string') return null;
  const near = Array.from({ length: 2 * REACH + 1 }, (_, at) => entry.seq + at - REACH);
  return (
    [entry.seq + drift, entry.seq, ...near].find((seq) => hashOf(vault, { ...entry, seq }, entry) === entry.hash) ??
    null
  );
}

interface Around {
  readonly last: ChainEnd;
  readonly anchored: ReadonlyMap<number, string>;
  readonly end: ChainEnd;
}

/** What is wrong with an entry that is genuine by itself: made with the key, but not the one that stood there. */
function misfits(entry: ChainEntry, number: number, { last, anchored, end }: Around): Finding[] {
  const anchor = anchored.get(number);
  if (anchor !== undefined && anchor !== entry.hash)
    return [finding('REWRITE', number, 'is another entry than was anchored: the chain was cut and grown again')];
  if (last.seq === number - 1 && last.hash !== entry.prevHash)
    return [finding('REWRITE', number, 'does not follow the entry before it: that one was rewritten')];
  if (end.seq === number && end.hash !== entry.hash)
    return [finding('HEAD', number, 'is not the last entry that the head of the chain names')];
  return [];
}

interface Evidence {
  readonly seen: Seen;
  readonly broken: readonly ChainEntry[];
  readonly moved: readonly { at: number; from: number }[];
  readonly expected: Expected;
}

function explain(vault: Vault, { seen, broken, moved, expected }: Evidence): Finding[] {
  const anchoredTo = expected.anchors.reduce((most, { seq }) => Math.max(most, seq), 0);
  const last = seen.last();
  const swapped = swapsOf(vault, broken, moved);
  const inSwap = new Set(swapped.flatMap(({ from, to }) => [from, to]));
  const rest = broken.filter(({ seq }) => !inSwap.has(seq));
  const edited = rest.filter(({ seq }) => seen.misses(seq, Math.max(expected.end.seq, anchoredTo)));
  const here = new Set([...edited.map(({ seq }) => seq), ...inSwap]);
  const gaps = seen.gaps(Math.max(expected.end.seq, anchoredTo), here);
  return [
    ...swapped,
    ...rest.map((entry) => forgeryOf(vault, entry, edited.includes(entry))),
    ...gaps.map(({ from, to }) =>
      from > last
        ? finding('TRUNCATION', from, 'are gone from the end of the chain', to)
        : finding('DELETION', from, 'are gone', to),
    ),
    ...(last > expected.end.seq ? [finding('HEAD', last, 'lies beyond where the head of the chain ends')] : []),
  ];
}

function forgeryOf({ auditKeyId }: Vault, { seq, hash }: ChainEntry, edited: boolean): Finding {
  if (/^[0-9a-f]{8}\.[\w-]{43}$/.test(String(hash)) && !hash.startsWith(auditKeyId))
    return finding('KEY', seq, 'is hashed with a key that is not at hand: restore keys.json, or it is forged');
  if (edited) return finding('EDIT', seq, 'is not as it was written');
  return finding('INSERTION', seq, 'was never written by the product');
}

/** Two that stand in each other's place: their numbers changed, or all the rest of them did. */
function swapsOf(vault: Vault, broken: readonly ChainEntry[], moved: Evidence['moved']): Finding[] {
  const byNumbers = moved.filter((a) => a.at < a.from && moved.some((b) => b.at === a.from && b.from === a.at));
  const pairs = byNumbers.map(({ at, from }) => [at, from] as const);
  for (const a of broken.slice(0, 100))
    for (const b of broken.slice(0, 100)) if (a.seq < b.seq && exchanged(vault, a, b)) pairs.push([a.seq, b.seq]);
  return pairs.map(([from, to]) => finding('SWAP', from, 'stand in each other’s place', to));
}

function exchanged(vault: Vault, a: ChainEntry, b: ChainEntry): boolean {
  if (!(a.at instanceof Date && b.at instanceof Date && Array.isArray(a.customers) && Array.isArray(b.customers)))
    return false;
  return hashOf(vault, { seq: b.seq, prevHash: a.prevHash }, a) === a.hash || hashOf(vault, b, a) === b.hash;
}

function finding(kind: Finding['kind'], from: number, why: string, to = from): Finding {
  return { kind, from, to, why: from === to ? `entry ${from} ${singular(why)}` : `entries ${from} to ${to} ${why}` };
}

function singular(why: string): string {
  return why.replace(/^are /, 'is ');
}

import type { RequestKind } from '../../consent/index.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { EDGES, measureOf, purposeOf, scoreOf } from '../../scores/index.js';

type Row = Readonly<Record<string, unknown>>;
export type Copied = RowOf<'rights/steps/requests/rights-copy'>;
export type More = RowOf<'rights/steps/requests/rights-copy-more'>;

/** Everything personal that is kept of a person, in sections of rows. */
export type Sections = Readonly<Record<string, readonly Row[]>>;

/** Which section a relationship is told in; what is not named here is told under `other`. */
const SECTION: Readonly<Record<string, string>> = {
  ...{ HAS_IDENTITY: 'identities', FROM_SOURCE: 'sources', WORKS_AT: 'work', INTERESTED_IN: 'interests' },
  ...{ CONSENTS_TO: 'consents', ASK_AGAIN: 'consents', RESTS_ON: 'consents' },
  ...{ HAS_CONSENT_EVENT: 'consentHistory', HAS_STANDING_EVENT: 'consentHistory', ASKED: 'requests' },
  ...{ PLACED: 'orders', DID: 'events', VISITED: 'visits', POSTED: 'posts', GAVE: 'feedback' },
  ...{ LIKED: 'reactions', SHARED: 'reactions', COMMENTED_ON: 'reactions' },
  ...Object.fromEntries(EDGES.map(({ edge }) => [edge, 'memberships'])),
  ...{ IN_JOURNEY: 'journeys', HAS_ALERT: 'journeys' },
  ...{ RECEIVED: 'campaigns', EARNED: 'rewards', FOR_REFERRAL_OF: 'rewards' },
  ...{ HAS_CODE: 'referrals', INVITED: 'referrals', REDEEMED: 'referrals' },
};

/**
 * What a person gave or did themselves, and may take elsewhere (GDPR art. 20, PIPL art. 45): nothing worked out,
 * nothing about others.
 */
const PORTABLE = [
  ...['person', 'sources', 'work', 'interests', 'consentHistory', 'orders', 'orderLines'],
  ...['events', 'visits', 'posts', 'feedback', 'reactions'],
];
const GIVEN = ['id', 'alias', 'city', 'region', 'gender', 'ageBand', 'joinedAt', 'preferredChannel', 'language'];

/** Rows by section. A tie to another person keeps nothing of them. */
export function sectionsOf(copied: readonly Copied[], more: readonly More[]): Record<string, Row[]> {
  const sections: Record<string, Row[]> = {};
  const add = (section: string, row: Row) => {
    sections[section] ??= [];
    sections[section].push(row);
  };
  for (const { type, outgoing, label, tie, node } of copied) {
    const section = SECTION[type] ?? (label === 'Customer' ? 'ties' : 'other');
    const how = label === 'Customer' ? directionOf(type, outgoing) : { label };
    add(section, { type, ...meaningOfEdge(type), ...how, ...without(tie), ...prefixed(node, tie) });
  }
  for (const { ownerLabel, ownerId, type, label, tie, node } of more) {
    const section = type === 'CONTAINS' ? 'orderLines' : 'details';
    add(section, { of: ownerLabel, ofId: ownerId, type, label, ...without(tie), ...prefixed(node, tie) });
  }
  return sections;
}

/** Only some ties have a direction; the others are kept from the smaller id to the larger, which means nothing. */
function directionOf(type: string, outgoing: boolean): Row {
  return ['FOLLOWS', 'REFERRED', 'REPORTS_TO'].includes(type) ? { direction: outgoing ? 'from you' : 'to you' } : {};
}

/** The part of a copy that its kind of request asks for. */
export function partOf(kind: RequestKind, sections: Sections): Sections {
  if (kind !== 'PORTABILITY') return sections;
  const given = Object.entries(sections).filter(([name]) => PORTABLE.includes(name));
  return Object.fromEntries(given);
}

/**
 * A customer's plain properties, parted into what was given and what was worked out, each score with its meaning in two
 * languages.
 */
export function properties(all: Row): { given: Row; derived: Row[] } {
  const plain = Object.entries(all).filter(
    ([key]) => !/(Sealed|Lookup)$/.test(key) && !['sealed', 'keyWrapped', 'keyId', 'nameTokens'].includes(key),
  );
  return {
    given: Object.fromEntries(plain.filter(([key]) => GIVEN.includes(key))),
    derived: plain
      .filter(([key]) => !GIVEN.includes(key))
      .map(([name, value]) => ({ name, value, ...meaningOf(name) })),
  };
}

function meaningOf(name: string): Row {
  const score = scoreOf(name);
  if (score === undefined) return {};
  const { meaning, meaningZh, formula } = score;
  return { meaning, meaningZh, measure: measureOf(score), formula, purpose: purposeOf(score) };
}

function meaningOfEdge(type: string): Row {
  const edge = EDGES.find((one) => one.edge === type);
  return edge ? { meaning: edge.meaning, meaningZh: edge.meaningZh } : {};
}

const UNTOLD = ['key', 'pair', 'lookup', 'subject', 'customerId'];

/** Keys of relationships hold ids of others; keyed hashes tell the person nothing. */
function without(map: Row): Row {
  const said = Object.entries(map).filter(([key, value]) => value !== null && !UNTOLD.includes(key));
  return Object.fromEntries(said);
}

/** Where tie and node both have a property, the node's gets the prefix `its`. */
function prefixed(node: Row, tie: Row): Row {
  const entries = Object.entries(without(node)).map(([key, value]) => [key in tie ? `its${key}` : key, value]);
  return Object.fromEntries(entries);
}

import type { Graph } from '../../src/graph/graph.js';
import { SCORES, type ScoreKind } from '../../src/scores/index.js';
import { importVocabulary } from './import-vocabulary.js';

/**
 * Every label, relationship and property of the graph model once, so that the planner knows the words of all
 * statements.
 */
export async function buildVocabulary(graph: Graph): Promise<void> {
  for (const words of [VOCABULARY, importVocabulary()])
    await graph.driver.executeQuery(words, { scores: SAMPLES }, { database: graph.database });
}

/** A value of each kind of score. */
const VALUE: Readonly<Record<ScoreKind, unknown>> = {
  ...{ number: 1.5, integer: 1, money: 1, text: 't', texts: ['t'], integers: [1], boolean: true },
  date: '2026-01-01T00:00:00Z',
};

/** Every score of the registry with a value of its kind. */
export const SAMPLES = Object.fromEntries(SCORES.map(({ property, kind }) => [property, VALUE[kind]]));

const VOCABULARY = `
CREATE (a:Customer:Profiled:DoNotContact:Touched:Changed:Refreshing {id: 'v1', alias: 'C-V1', keyWrapped: 'k', keyId: 'k', sealed: 's', gender: 'female', city: 'c', region: 'r',
  ageBand: '25-34', joinedAt: datetime(), tier: 't', source: 's', preferredChannel: 'SMS', language: 'zh', orders: 1, spendMinor: 1, currency: 'CNY', firstOrderAt: datetime(), lastOrderAt: datetime()})
SET a += $scores
CREATE (b:Customer:Profiled {id: 'v2', alias: 'C-V2'})
CREATE (a)-[:KNOWS {pair: 'v1|v2', closeness: 1.0, kinds: ['WORK'], since: datetime()}]->(b)
CREATE (a)-[:HAS_IDENTITY {since: datetime(), source: 's', verified: true, valueSealed: 's'}]->(:Identity {key: 'k', kind: 'PHONE', lookup: 'l', verified: true, lookupKey: 'l', asked: datetime()})
CREATE (a)-[:PLACED]->(o:Order {id: 'v', amountMinor: 1, currency: 'CNY', at: datetime(), channel: 'c', refundedAt: datetime()})
  -[:CONTAINS {priceMinor: 1}]->(:Product)
CREATE (o)-[:AT_STORE]->(:Store)
CREATE (:Post {sentiment: 1.0})
CREATE (a)-[:GAVE]->(:Feedback {id: 'v', at: datetime(), rating: 5, sentiment: 1.0})
CREATE (run:AnalysisRun {id: 'v', startedAt: datetime(), finishedAt: datetime(), nodes: 1, ties: 1, parameters: '{}', versions: '{}', durations: '{}', status: 'DONE',
  problem: 'p', communities: 1, components: 1, triangles: 1, modularity: 1.0, betweennessError: 1.0, cuts: '{}', notes: ['n']})
SET run.number = 1
CREATE (a)-[:MEMBER_OF {since: datetime()}]->(:Community {id: 'v', size: 1, since: datetime(), name: 'n', run: 'v', bornIn: 'v', raw: 1, ties: 1,
  density: 1.0, topCity: 'c', nameZh: 'n', nameBasis: ['i'], namedBy: 'v', namedAt: datetime(), topicKinds: ['i'], topics: ['t'], topicsZh: ['t'],
  topicShares: [1.0], topicLifts: [1.0], number: 1, history: [1]})
CREATE (:AnalysisState {id: 'analysis', running: false, run: 'v', runs: 1, startedAt: datetime(), finishedAt: datetime(), changedTies: 0, changedConsents: 0,
  tiesAtStart: 0, consentsAtStart: 0, communityNumber: 1})
CREATE (a)-[:ALSO_IN]->(:Community {id: 'v2'})-[:PART_OF]->(:CommunityGroup {id: 'v', level: 1, size: 1, parts: 1, name: 'n', nameZh: 'n'})
CREATE (run)-[:RANKED {rank: 1, pageRank: 1.0, degree: 1, community: 1}]->(a) SET run.asOf = datetime()
CREATE (:CommunityEvent {id: 'v', run: 'v', kind: 'BORN', from: ['v'], into: ['v'], fromNames: ['v'], members: 1, at: datetime()})
CREATE (a)-[:IN_SEGMENT {since: datetime(), because: 'b'}]->(:Segment {id: 'v', name: 'n', nameZh: 'n'})
CREATE (a)-[:WAS_IN_SEGMENT {since: datetime(), until: datetime(), because: 'b', version: 1, left: 'l'}]->(s:Segment {id: 'v3', kind: 'RULE', version: 1, rule: '{}', createdAt: datetime(), refreshedAt: datetime(), refreshedVersion: 1, profiles: true, communities: ['v'], archivedAt: datetime(), asked: datetime()})
CREATE (s)-[:HAS_VERSION]->(:SegmentVersion {id: 'v', number: 1, rule: '{}', at: datetime(), by: 'v'}), (a)-[:IN_SEGMENT {version: 1}]->(s)
CREATE (:Segment {id: 'v2', kind: 'RFM', archivedAt: datetime(), position: 1, since: datetime(), asOf: datetime(), scoredAt: datetime(), currency: 'CNY', method: 'type7'})
MERGE (m:Purpose {id: 'marketing'})
CREATE (a)-[:CONSENTS_TO {key: 'k', channel: 'SMS', textNumber: 1, since: datetime(), until: datetime(), textVersion: '1', proof: 'p', eventId: 'v'}]->(m)
CREATE (a)-[:HAS_CONSENT_EVENT]->(:ConsentEvent {id: 'v', customerId: 'v1', purposeId: 'marketing', recordedAt: datetime(), action: 'GIVEN', channel: 'SMS', at: datetime(), until: datetime(), via: 'v', textVersion: '1', proof: 'p', guardian: false})-[:ABOUT_PURPOSE]->(m)
CREATE (c:Campaign {id: 'v', name: 'n', nameZh: 'n', status: 'DRAFT', kind: 'k', community: 'k', channels: ['SMS'], excludeSegments: ['s'], excludeCampaigns: ['c'],
  priority: 5, scheduled: false, approvedBy: 'v', approvedAt: datetime(), approvedSize: 1, pausedBecause: 'b', spentMinor: 1, segment: 's', startsAt: datetime(), startedAt: datetime(), endedAt: datetime(), budgetMinor: 1, createdBy: 'v', startedBy: 'v', fingerprint: 'f', launch: '{}', purpose: 'marketing', channel: 'SMS', createdAt: datetime(), launchedAt: datetime(), costMinor: 1, currency: 'CNY'})
CREATE (c)-[:TARGETS]->(a)
CREATE (:SendRate {id: 'v', minute: datetime(), used: 1})
CREATE (a)-[:RECEIVED]->(t:Touch {id: 'v', campaignId: 'v', costMinor: 1, at: datetime(), notBefore: datetime(), channel: 'SMS', ground: 'CONSENT', state: 'SENT', dueAt: datetime(), holder: 'h', tries: 1, reason: 'r', problem: 'p',
  sentAt: datetime(), deliveredAt: datetime(), bouncedAt: datetime(), openedAt: datetime(), clickedAt: datetime(), repliedAt: datetime(), unsubscribedAt: datetime()})
  -[:OF_VARIANT]->(:Variant {id: 'v', name: 'A', share: 1.0, position: 1, subject: 's', text: 't', html: 'h',
  subjectZh: 's', textZh: 't', htmlZh: 'h'})<-[:HAS_VARIANT]-(c)
CREATE (:Experiment {id: 'v', name: 'n', nameZh: 'n', segment: 'all', unit: 'PERSON', metric: 'CONVERSION', guardrails: ['g'], effect: 0.1, alpha: 0.05, power: 0.8,
  windowDays: 1, beforeDays: 1, exposure: 0.8, fingerprint: 'f', status: 'DRAFT', planned: 1, createdBy: 'v', createdAt: datetime(), startedAt: datetime(), endedAt: datetime(), asked: datetime()})-[:TESTS]->(c)
CREATE (a)-[:HAS_CODE]->(code:ReferralCode {id: 'v', at: datetime()})-[:OF_PROGRAMME]->(:ReferralProgramme {id: 'v', name: 'n', nameZh: 'n', link: 'l', rewardMinor: 1, currency: 'CNY', levels: 1, decay: 0.5,
  capMinor: 1, most: 1, mostDays: 1, windowDays: 1, minOrderMinor: 1, status: 'DRAFT', fingerprint: 'f', createdBy: 'v', createdAt: datetime(), startedAt: datetime(), endedAt: datetime(), asked: datetime()})
CREATE (b)-[:REDEEMED]->(:Invitation {id: 'v', at: datetime(), status: 'OPEN', channel: 'SMS', programme: 'v', convertedAt: datetime()})-[:BY_CODE]->(code)
CREATE (a)-[:INVITED]->(:Invitation {id: 'v2'}), (:Reward {id: 'v2', programme: 'v', level: 1, why: 'LIMIT', paidAt: datetime(), paidReference: 'p'})
SET a.asked = datetime(), a.recountAt = datetime(), a:Recount
CREATE (:Bandit {id: 'v', policy: 'UCB1', epsilon: 0.1, holdout: 0.1, context: 'NONE', rewardDays: 7, setBy: 'v', setAt: datetime(), createdAt: datetime(), countedAt: datetime(), asked: datetime()})-[:CHOOSES_FOR]->(c)
CREATE (:Bandit {id: 'v2'})-[:HAS_ARM]->(:BanditArm {id: 'v', context: 'all', variantId: 'v', successes: 1, failures: 1, pending: 1})
CREATE (:Experiment {id: 'v2'})-[:HAS_VARIANT]->(own:Variant {id: 'v2'})<-[:TRIED {experiment: 'v2', at: datetime(), cluster: 'k', context: 'k', holdout: false}]-(a)
CREATE (:Campaign {id: 'v3', startedAt: datetime(), endedAt: datetime()})-[:HAS_VARIANT]->(:Variant {id: 'v3'})
CREATE (:Job {id: 'v', holder: 'h', note: 'n', queuedAt: datetime(), until: datetime(), asked: datetime(), startedAt: datetime(), endedAt: datetime(),
  outcome: 'DONE', problem: 'p', counts: '{}', attempts: 1})
CREATE (:UsedForm {id: 'v', use: 'u', until: datetime()})
MERGE (:Migration {id: 999999, name: 'vocabulary', checksum: 'c', appliedAt: datetime()})
CREATE (j:Journey {id: 'v', name: 'n', nameZh: 'n', purpose: 'marketing', trigger: 'birthday', status: 'RUNNING', version: 1, definition: '{}', createdAt: datetime(),
  createdBy: 'v', activeFrom: datetime(), seenUntil: datetime(), asked: datetime()})-[:HAS_VERSION]->(jv:JourneyVersion {id: 'v', number: 1, definition: '{}', at: datetime(), by: 'v'})-[:SENDS {step: 's'}]->(c)
CREATE (a)-[:IN_JOURNEY]->(jr:JourneyRun {id: 'v', journey: 'v', version: 1, state: 'RUNNING', step: 's', since: datetime(), dueAt: datetime(), awaits: 'ordered', awaitedType: 't',
  startedAt: datetime(), endedAt: datetime(), occurredAt: datetime(), reason: 'r', passed: ['s'], outcomes: ['WAITED'], times: [datetime()], asked: datetime()})-[:OF_VERSION]->(jv), (jr)-[:SENT]->(t)
CREATE (a)-[:HAS_ALERT]->(:JourneyAlert {id: 'v', journey: 'v', text: 't', textZh: 't', at: datetime(), closedAt: datetime(), closedBy: 'v'})
CREATE (a)-[:EARNED]->(:Reward {id: 'v', status: 'HELD', at: datetime(), amountMinor: 1, currency: 'CNY', score: 1, reasons: ['r'], reasonsZh: ['r'], checkedAt: datetime(),
  heldAt: datetime(), releasedAt: datetime(), reviewedBy: 'v', reviewedAt: datetime(), reviewReason: 'r', asked: datetime()})-[:FOR_REFERRAL_OF]->(b)
CREATE (a)-[:WARNED {key: 'k', since: datetime(), until: datetime(), seenAt: datetime(), because: ['b'], usualMinor: 1.0, beforeMinor: 1.0, latelyMinor: 1.0,
  logins: 1, lastLoginAt: datetime(), sent: 1, orders: ['v'], events: ['e']}]->(:WarningRule {id: 'v'})
CREATE (a)-[:INCLINED_TO {key: 'k', probability: 0.5, model: 'm', at: datetime()}]->(:Category {id: 'v'})
CREATE (a)-[:SCORED_BY {recency: 1, frequency: 1, monetary: 1, level: 1, segment: 's', days: 1, orders: 1, spendMinor: 1, scoredAt: datetime()}]->
  (:RfmModel {id: 'v', main: false, name: 'n', nameZh: 'n', windowMonths: 12, method: 'type7', segmentSet: 'grid', weights: [1], currency: 'CNY', store: 's',
    category: 'c', since: datetime(), until: datetime(), asOf: datetime(), scoredAt: datetime(), scored: 1, recencyCuts: [1], orderCuts: [1], spendCuts: [1], segments: ['s'], levels: [1]})
CREATE (:LoyaltyTier {id: 'v', name: 'n', nameZh: 'n', position: 1, currency: 'CNY'})
CREATE (:ModelRun {id: 'v2', kind: 'rfm', model: 'v', moment: datetime(), groups: ['s'], counts: [1], spends: [1]})
CREATE (:ScoreRun {id: 'rfm', finishedAt: datetime()})
CREATE (:ModelRun {id: 'v', kind: 'clv', at: datetime(), asOf: datetime(), currency: 'CNY', customers: 1, card: '{}'})
SET a.guardianUntil = datetime(), a.timeZone = 'Asia/Shanghai', a.doNotContactSince = datetime(), a.doNotContactReason = 'r'
MERGE (m)-[:HAS_TEXT]->(text:PurposeText {id: 'marketing|1'})
SET text += {purposeId: 'marketing', version: '1', number: 1, since: datetime(), askAgain: false, text: 't', textZh: 't', setBy: 'v', legalBasis: 'CONSENT'},
  m += {textNumber: 1, legalBasis: 'CONSENT', basisReason: 'r', renewing: true, version: '1', text: 't', textZh: 't'}
CREATE (a)-[:ASK_AGAIN {key: 'k', channels: ['SMS'], since: datetime()}]->(m)
CREATE (a)-[:RESTS_ON {key: 'k', basis: 'CONTRACT', reason: 'r', since: datetime(), until: datetime(), recordedBy: 'v'}]->(m)
CREATE (a)-[:HAS_STANDING_EVENT]->(:StandingEvent {id: 'v', kind: 'BANNED', at: datetime(), reason: 'r', via: 'v', by: 'v', purposeId: 'marketing', basis: 'CONTRACT', until: datetime()})
CREATE (:ContactSettings {id: 'contact', timeZone: 'Asia/Shanghai', quietFrom: 1, quietUntil: 1, channels: ['CALL'], setBy: 'v', setAt: datetime(), capMessages: 1, capDays: 1, capSetBy: 'v', capSetAt: datetime()})
CREATE (a)-[:ASKED]->(:DataRequest {id: 'v', kind: 'ACCESS', state: 'OPEN', via: 'v', subject: 'h', purposeId: 'p', openedAt: datetime(), dueAt: datetime(), identifiedAt: datetime(),
  identifiedBy: 'v', means: 'm', closedAt: datetime(), closedBy: 'v', reason: 'r', receiptId: 'v'})
CREATE (:Suppressed {mark: 'm', since: datetime(), receiptId: 'v'}), (:ErasureReceipt {id: 'v', subject: 'h', mode: 'DELETE', startedAt: datetime(), finishedAt: datetime(), report: '{}', lookedAt: datetime(), sought: 's', soughtKey: 'k'})
CREATE (:Anonymous {region: 'r', ageBand: 'a'}), (:Restricted:Erasing {id: 'v9'})
SET a.nameTokens = 't', a.phoneLookup = 'l', a.emailLookup = 'l', a.wechatLookup = 'l', a.weiboLookup = 'l', a.linkedinLookup = 'l', a.birthdayLookup = 'l', a.lunarBirthdayLookup = 'l'
CREATE (:LookupKey {id: 'v', number: 1, since: datetime(), finishedAt: datetime(), retiredAt: datetime()})
CREATE (:MasterKey {id: 'v', since: datetime(), retiredAt: datetime()})
CREATE (:AuditEntry {id: 'v', at: datetime(), viewer: 'v', role: 'r', action: 'a', fields: ['name'], customers: ['v1'], count: 1, seq: 1,
  prevHash: 'h', hash: 'h', purpose: 'p', subject: 's', detail: 'd', reward: 'r'})
CREATE (:AuditHead {id: 'audit', seq: 1, hash: 'h', before: 0, asked: datetime(), verifiedAt: datetime(), verifiedSeq: 1, findings: 0, anchoredSeq: 1, anchoredAt: datetime()})
CREATE (:Alert {id: 'v', rule: 'VOLUME', viewer: 'v', role: 'r', at: datetime(), value: 1.0, bound: 1.0, why: 'w', whyZh: 'w', fresh: true, asked: datetime(),
  status: 'OPEN', acknowledgedBy: 'v', acknowledgedAt: datetime(), note: 'n', raisedAt: datetime(), severity: 'HIGH'})
CREATE (:BudgetEntry {id: 'v', question: '{}', answer: '{}', epsilonMicro: 1, version: 1, at: datetime(), viewer: 'v', role: 'r'})-[:SPENT_ON]->(:DataSet {id: 'v', budgetMicro: 1, spentMicro: 1, version: 1, asked: datetime(), since: datetime()})
CREATE (:ApiUser {id: 'v', role: 'analyst', department: 'd', addedAt: datetime(), addedBy: 'v', removedAt: datetime()})-[:HAS_TOKEN]->(:ApiToken {id: 'v', kind: 'USER',
  subject: 'v', role: 'analyst', department: 'd', purpose: 'p', createdAt: datetime(), expiresAt: datetime(), revokedAt: datetime()})
CREATE (:AccessPolicy {id: 'v', hash: 'h', since: datetime()})
`;

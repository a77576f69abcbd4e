import type { Graph } from '../../src/graph/graph.js';

/** Every label, relationship and property of the graph model once, so that the planner knows the words of all statements. */
export async function buildVocabulary(graph: Graph): Promise<void> {
  await graph.driver.executeQuery(VOCABULARY, {}, { database: graph.database });
}

const VOCABULARY = `
CREATE (a:Customer:Profiled:DoNotContact:Touched {history: [1], influenceChange: 1.0, id: 'v1', alias: 'C-V1', keyWrapped: 'k', keyId: 'k', sealed: 's', gender: 'female', city: 'c', region: 'r',
  ageBand: '25-34', joinedAt: datetime(), tier: 't', source: 's', orders: 1, spendMinor: 1, currency: 'CNY', firstOrderAt: datetime(), lastOrderAt: datetime(),
  degree: 1.0, pageRank: 1.0, betweenness: 1.0, coreness: 1, triangles: 1, clustering: 1.0, component: 1, communityId: 'c',
  influence: 1.0, reach: 1, brokerage: 1, response: 1, conversion: 1, reactions: 1.0, conversions: 1, harmonicCloseness: 1.0, participation: 1.0, roles: ['KOL'], influenceTier: 't', activity: 'ACTIVE', recency: 1, frequency: 1, monetary: 1, rfmLevel: 1, rfmSegment: 's', rfmScoredAt: datetime()})
CREATE (b:Customer:Profiled {id: 'v2', alias: 'C-V2'})
CREATE (a)-[:FAMILY_OF {key: 'f', role: 'r', closeness: 1.0, since: datetime(), lastSeen: datetime(), source: 's', confidence: 1.0, interactions: 1}]->(b)
CREATE (a)-[:WORKS_WITH {key: 'w', closeness: 1.0}]->(b)
CREATE (a)-[:REPORTS_TO {key: 'r', closeness: 1.0}]->(b)
CREATE (a)-[:SHARES_INTEREST_WITH {key: 's', interest: 'i', closeness: 1.0}]->(b)
CREATE (a)-[:FOLLOWS {key: 'f', platform: 'p', closeness: 1.0}]->(b)
CREATE (a)-[:REFERRED {key: 'r', at: datetime(), code: 'c', campaign: 'c', status: 's', closeness: 1.0}]->(b)
CREATE (a)-[:KNOWS {pair: 'v1|v2', closeness: 1.0, kinds: ['WORK'], since: datetime()}]->(b)
CREATE (a)-[:HAS_IDENTITY {since: datetime(), source: 's', verified: true, valueSealed: 's'}]->(:Identity {key: 'k', kind: 'PHONE', lookup: 'l', verified: true, lookupKey: 'l', asked: datetime()})
CREATE (a)-[:FROM_SOURCE]->(:SourceRecord {key: 'k', source: 's', id: 'i', nameSealed: 's', phoneSealed: 's', emailSealed: 's'})
CREATE (a)-[:WORKS_AT {role: 'r', level: 1, since: datetime()}]->(:Company {id: 'v', name: 'n', industry: 'i', city: 'c'})
CREATE (a)-[:INTERESTED_IN {weight: 1.0}]->(:Interest {id: 'v', name: 'n', nameZh: 'n'})
CREATE (p:Product {id: 'v', name: 'n', nameZh: 'n', priceMinor: 1, currency: 'CNY'})-[:IN_CATEGORY]->(:Category {id: 'v', name: 'n', nameZh: 'n'})
CREATE (a)-[:PLACED]->(o:Order {id: 'v', amountMinor: 1, currency: 'CNY', at: datetime(), channel: 'c', refundedAt: datetime()})-[:CONTAINS {quantity: 1, price: 1, priceMinor: 1}]->(p)
CREATE (o)-[:AT_STORE]->(s:Store {id: 'v', name: 'n', nameZh: 'n', city: 'c', kind: 'shop'})
CREATE (a)-[:DID]->(:Event {key: 'k', source: 's', id: 'i', type: 't', at: datetime(), payload: 'p'})
CREATE (a)-[:POSTED]->(post:Post {id: 'v', textSealed: 's', at: datetime(), kind: 'POST', language: 'zh', rating: 5, sentiment: 1.0})
CREATE (a)-[:GAVE]->(:Feedback {id: 'v', at: datetime(), rating: 5, sentiment: 1.0})
CREATE (b)-[:LIKED {at: datetime()}]->(post) CREATE (b)-[:SHARED {at: datetime()}]->(post) CREATE (b)-[:COMMENTED_ON {at: datetime()}]->(post)
CREATE (post)-[:REPLY_TO]->(post) CREATE (post)-[:ABOUT]->(p) CREATE (post)-[:ABOUT]->(s)
CREATE (run:AnalysisRun:Sampler {id: 'v', startedAt: datetime(), finishedAt: datetime(), nodes: 1, ties: 1, parameters: '{}', versions: '{}', durations: '{}', status: 'DONE',
  problem: 'p', communities: 1, components: 1, triangles: 1, modularity: 1.0, betweennessError: 1.0, cuts: '{}', notes: ['n']})
SET run.number = 1
CREATE (run)-[:DRAWS]->(run)
CREATE (a)-[:MEMBER_OF {since: datetime()}]->(:Community {id: 'v', size: 1, since: datetime(), name: 'n', run: 'v', bornIn: 'v', raw: 1, ties: 1,
  density: 1.0, topCity: 'c', nameZh: 'n', nameBasis: ['i'], namedBy: 'v', namedAt: datetime(), topicKinds: ['i'], topics: ['t'], topicsZh: ['t'],
  topicShares: [1.0], topicLifts: [1.0], number: 1, history: [1]})
CREATE (:AnalysisState {id: 'analysis', running: false, run: 'v', runs: 1, startedAt: datetime(), finishedAt: datetime(), changedTies: 0, changedConsents: 0,
  tiesAtStart: 0, consentsAtStart: 0, communityNumber: 1})
CREATE (a)-[:ALSO_IN]->(:Community {id: 'v2'})-[:PART_OF]->(:CommunityGroup {id: 'v', level: 1, size: 1, parts: 1, name: 'n', nameZh: 'n'})
CREATE (run)-[:RANKED {rank: 1, pageRank: 1.0, degree: 1, community: 1}]->(a) SET run.asOf = datetime()
CREATE (:CommunityEvent {id: 'v', run: 'v', kind: 'BORN', from: ['v'], into: ['v'], fromNames: ['v'], members: 1, at: datetime()})
CREATE (a)-[:IN_SEGMENT {since: datetime(), because: 'b'}]->(:Segment {id: 'v', name: 'n', nameZh: 'n'})
SET a.rfmDays = 1, a.rfmOrders = 1, a.rfmSpendMinor = 1
CREATE (:Segment {id: 'v2', kind: 'RFM', position: 1, since: datetime(), asOf: datetime(), scoredAt: datetime(), currency: 'CNY', method: 'type7'})
MERGE (m:Purpose {id: 'marketing'})
CREATE (a)-[:CONSENTS_TO {key: 'k', channel: 'SMS', textNumber: 1, since: datetime(), until: datetime(), textVersion: '1', proof: 'p', eventId: 'v'}]->(m)
CREATE (a)-[:HAS_CONSENT_EVENT]->(:ConsentEvent {id: 'v', customerId: 'v1', purposeId: 'marketing', recordedAt: datetime(), action: 'GIVEN', channel: 'SMS', at: datetime(), until: datetime(), via: 'v', textVersion: '1', proof: 'p', guardian: false})-[:ABOUT_PURPOSE]->(m)
CREATE (c:Campaign {id: 'v', name: 'n', status: 'DRAFT', segment: 's', startsAt: datetime(), startedAt: datetime(), endedAt: datetime(), budgetMinor: 1, createdBy: 'v', startedBy: 'v', fingerprint: 'f', launch: '{}', purpose: 'marketing', channel: 'SMS', createdAt: datetime(), launchedAt: datetime(), costMinor: 1, currency: 'CNY'})
CREATE (a)-[:RECEIVED]->(t:Touch {id: 'v', at: datetime(), notBefore: datetime(), channel: 'SMS', ground: 'CONSENT'})-[:OF_VARIANT]->(:Variant {id: 'v', name: 'A', share: 1.0, position: 1})<-[:HAS_VARIANT]-(c)
CREATE (t)-[:LEADS_TO]->(:Conversion {id: 'v', at: datetime(), valueMinor: 1})
CREATE (:Campaign {id: 'v3', startedAt: datetime(), endedAt: datetime()})-[:HAS_VARIANT]->(:Variant {id: 'v3'})
CREATE (:Conversion {id: 'v3'})-[:OF_ORDER]->(o)
CREATE (:Job {id: 'v', holder: 'h', until: datetime(), asked: datetime()})
MERGE (:Migration {id: 999999, name: 'vocabulary', checksum: 'c', appliedAt: datetime()})
CREATE (a)-[:EARNED]->(:Reward {id: 'v', status: 'HELD', at: datetime(), amountMinor: 1, currency: 'CNY', score: 1, reasons: ['r'], checkedAt: datetime(),
  heldAt: datetime(), releasedAt: datetime(), reviewedBy: 'v', reviewedAt: datetime(), reviewReason: 'r', asked: datetime()})-[:FOR_REFERRAL_OF]->(b)
SET a.fraudScore = 1, a.fraudSignals = ['s'], a.fraudReasons = ['r'], a.fraudRing = 'r'
SET a.guardianUntil = datetime(), a.timeZone = 'Asia/Shanghai', a.doNotContactSince = datetime(), a.doNotContactReason = 'r'
MERGE (m)-[:HAS_TEXT]->(text:PurposeText {id: 'marketing|1'})
SET text += {purposeId: 'marketing', version: '1', number: 1, since: datetime(), askAgain: false, text: 't', textZh: 't', setBy: 'v', legalBasis: 'CONSENT'},
  m += {textNumber: 1, legalBasis: 'CONSENT', basisReason: 'r', renewing: true, version: '1', text: 't', textZh: 't'}
CREATE (a)-[:ASK_AGAIN {key: 'k', channels: ['SMS'], since: datetime()}]->(m)
CREATE (a)-[:RESTS_ON {key: 'k', basis: 'CONTRACT', reason: 'r', since: datetime(), until: datetime(), recordedBy: 'v'}]->(m)
CREATE (a)-[:HAS_STANDING_EVENT]->(:StandingEvent {id: 'v', kind: 'BANNED', at: datetime(), reason: 'r', via: 'v', by: 'v', purposeId: 'marketing', basis: 'CONTRACT', until: datetime()})
CREATE (:ContactSettings {id: 'contact', timeZone: 'Asia/Shanghai', quietFrom: 1, quietUntil: 1, channels: ['CALL'], setBy: 'v', setAt: datetime()})
CREATE (a)-[:ASKED]->(:DataRequest {id: 'v', kind: 'ACCESS', state: 'OPEN', via: 'v', subject: 'h', purposeId: 'p', openedAt: datetime(), dueAt: datetime(), identifiedAt: datetime(),
  identifiedBy: 'v', means: 'm', closedAt: datetime(), closedBy: 'v', reason: 'r', receiptId: 'v'})
CREATE (:Suppressed {mark: 'm', since: datetime(), receiptId: 'v'}), (:ErasureReceipt {id: 'v', subject: 'h', mode: 'DELETE', startedAt: datetime(), finishedAt: datetime(), report: '{}', lookedAt: datetime(), sought: 's', soughtKey: 'k'})
CREATE (:Anonymous {region: 'r', ageBand: 'a'}), (:Restricted:Erasing {id: 'v9'})
SET a.nameTokens = 't', a.phoneLookup = 'l', a.emailLookup = 'l', a.wechatLookup = 'l', a.weiboLookup = 'l', a.linkedinLookup = 'l'
CREATE (:LookupGap {id: 'contacts'})
CREATE (:SealedApart {id: 'customers'})
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

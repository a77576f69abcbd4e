// One community: how large and tight, what it is worth, who leads, which segments, what its members share, how many consent to marketing.
// mode   read
// param  id         string
// row    id         string        unique
// row    name       string?
// row    nameZh     string?
// row    since      datetime
// row    size       integer       members
// row    ties       integer       pairs of members who know each other
// row    density    float         those pairs as a share of all pairs, 0..1
// row    consentMarketing  integer  members who consent to marketing on some channel now and are not on the do-not-contact list
// row    value      list<record>  what members ordered, refunds left out
// .      currency   string
// .      orders     integer
// .      spendMinor integer       minor units
// .      buyers     integer
// row    leaders    list<record>  the five most influential
// .      customerId customer
// .      influence  float         0..100
// row    segments   list<record>  lifecycle: RFM segments of the members
// .      segment    string
// .      members    integer
// .      share      float
// row    topics     list<record>  what members share more than others
// .      kind       string        interest, city, product, category or company
// .      topic      string
// .      topicZh    string
// .      share      float         of the members looked at, 0..1
// .      lift       float         that share over the share in all communities
// needs  run analysis
// api    communityProfile
// titleZh 社群画像：规模、紧密度、价值、核心人物、分群、成员的共同点、同意营销的人数。
// for    analyst marketer admin
// try    :param id => COLLECT { MATCH (c:Community) RETURN c.id ORDER BY c.size DESC LIMIT 1 }[0];
MATCH (community:Community {id: $id})
CALL (community) {
  MATCH (community)<-[:MEMBER_OF]-(member:Profiled)-[:PLACED]->(order:Order)
  WHERE order.refundedAt IS NULL
  WITH order.currency AS currency, count(order) AS orders, sum(order.amountMinor) AS spend, count(DISTINCT member) AS buyers ORDER BY spend DESC
  RETURN collect({currency: currency, orders: orders, spendMinor: spend, buyers: buyers}) AS value
}
CALL (community) {
  MATCH (community)<-[:MEMBER_OF]-(member:Profiled)
  WITH coalesce(member.rfmSegment, 'none') AS segment, count(*) AS members ORDER BY members DESC, segment
  RETURN collect({segment: segment, members: members, share: round(toFloat(members) / community.size, 4)}) AS segments
}
RETURN community.id AS id, community.name AS name, community.nameZh AS nameZh, community.since AS since,
  community.size AS size, community.ties AS ties, community.density AS density,
  COUNT { MATCH (community)<-[:MEMBER_OF]-(member:Profiled)
    WHERE NOT member:DoNotContact AND EXISTS {
      MATCH (member)-[consent:CONSENTS_TO]->(:Purpose {id: 'marketing'})
      WHERE consent.until IS NULL OR consent.until > datetime() } } AS consentMarketing, value,
  COLLECT { MATCH (leader:Profiled) WHERE leader.communityId = community.id AND leader.influence IS NOT NULL
    RETURN {customerId: leader.id, influence: leader.influence} ORDER BY leader.influence DESC, leader.id LIMIT 5 } AS leaders,
  segments,
  [at IN range(0, size(coalesce(community.topics, [])) - 1) | {kind: community.topicKinds[at], topic: community.topics[at],
    topicZh: community.topicsZh[at], share: community.topicShares[at], lift: community.topicLifts[at]}] AS topics;

// What is known of a customer besides what identifies them, for the customer's own eyes.
// mode   read
// param  customerId      string
// param  now             datetime
// row    city            string?
// row    ageBand         string?
// row    tier            string?
// row    preferredChannel  string?  that messages are wanted by
// row    language        string?    of messages, zh or en
// row    joinedAt        datetime?
// row    orders          integer
// row    spendMinor      integer
// row    currency        string?
// row    ties            integer    customers they are known to know
// row    posts           integer
// row    doNotContact    boolean
// row    child           boolean    counts as under 14
// row    profiled        boolean
// row    influence       float?     0..100
// row    activity        string?
// row    segment         string?    by how recently, how often and for how much they buy
// row    segmentZh       string?
// row    community       string?
// row    communityZh     string?
// row    communitySize   integer?
// needs  index customer_id
// try    :param customerId => 'C0000001';
// try    :param now => datetime();
MATCH (customer:Customer {id: $customerId})
OPTIONAL MATCH (customer)-[:IN_SEGMENT]->(segment:Segment)
OPTIONAL MATCH (customer)-[:MEMBER_OF]->(community:Community)
WITH customer, head(collect(segment)) AS segment, head(collect(community)) AS community
RETURN customer.city AS city, customer.ageBand AS ageBand, customer.tier AS tier,
       customer.preferredChannel AS preferredChannel, customer.language AS language, customer.joinedAt AS joinedAt,
       coalesce(customer.orders, 0) AS orders, coalesce(customer.spendMinor, 0) AS spendMinor, customer.currency AS currency,
       COUNT { (customer)-[:KNOWS]-() } AS ties, COUNT { (customer)-[:POSTED]->() } AS posts,
       customer:DoNotContact AS doNotContact, coalesce(customer.guardianUntil > $now, false) AS child,
       customer:Profiled AS profiled, customer.influence AS influence, customer.activity AS activity,
       segment.name AS segment, segment.nameZh AS segmentZh, community.name AS community, community.nameZh AS communityZh,
       community.size AS communitySize;

// How many of a segment may be reached for a purpose through a channel, how many are left out and why, and the first of those reached.
// mode   read
// param  segmentId     string          a segment's id, or all for every customer
// param  purposeId     string
// param  channel       string
// param  now           datetime
// param  sample        integer = 10
// row    inSegment     integer
// row    consented     integer         may be contacted
// row    doNotContact  integer         left out, as are those below: with consented they add up to inSegment
// row    withdrawn     integer
// row    objected      integer
// row    expired       integer
// row    underAge      integer
// row    askAgain      integer
// row    noConsent     integer
// row    customerIds   list<string>    the first of those who may be contacted, by id
// needs  index customer_id
// try    :params {segmentId: 'all', purposeId: 'marketing', channel: 'SMS', now: datetime(), sample: 10}
CALL () {
  MATCH (segment:Segment {id: $segmentId})
  WITH segment WHERE $segmentId <> 'all'
  MATCH (segment)<-[:IN_SEGMENT]-(customer:Customer)
  RETURN DISTINCT customer
  UNION ALL
  UNWIND CASE $segmentId WHEN 'all' THEN [true] ELSE [] END AS everyone
  MATCH (customer:Customer)
  RETURN customer
}
WITH customer, customer:DoNotContact AS banned, EXISTS {
  MATCH (customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
  WHERE purpose.id = $purposeId AND consent.channel IN [$channel, 'ALL'] AND (consent.until IS NULL OR consent.until > $now)
} AS consents
CALL (customer, banned, consents) {
  WITH * WHERE NOT banned AND NOT consents
  MATCH (customer)-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
  WHERE ($channel = 'ALL' OR coalesce(event.channel, 'ALL') IN [$channel, 'ALL'])
    AND $purposeId IN [(event)-[:ABOUT_PURPOSE]->(purpose:Purpose) | purpose.id]
  WITH customer, event
  ORDER BY event.at DESC, CASE event.action WHEN 'OBJECTED' THEN 2 WHEN 'WITHDRAWN' THEN 1 ELSE 0 END DESC, event.id DESC LIMIT 1
  RETURN collect(CASE
    WHEN event.action IN ['WITHDRAWN', 'OBJECTED'] THEN event.action
    WHEN customer.guardianUntil > $now THEN 'UNDER_AGE'
    WHEN event.until <= $now OR event.guardian AND event.at < customer.guardianUntil THEN 'EXPIRED'
    WHEN event.at < customer.guardianUntil THEN 'UNDER_AGE'
    WHEN EXISTS { (customer)-[again:ASK_AGAIN]->(:Purpose {id: $purposeId}) WHERE $channel IN again.channels + 'ALL' } THEN 'ASK_AGAIN' END) AS last
}
WITH CASE WHEN banned THEN 'DO_NOT_CONTACT' WHEN consents THEN 'CONSENTED' 
     ELSE coalesce(head(last), CASE WHEN customer.guardianUntil > $now THEN 'UNDER_AGE' END, 'NO_CONSENT') END AS reason,
     customer.id AS id
ORDER BY id
RETURN count(*) AS inSegment,
       count(CASE reason WHEN 'CONSENTED' THEN 1 END) AS consented,
       count(CASE reason WHEN 'DO_NOT_CONTACT' THEN 1 END) AS doNotContact, count(CASE reason WHEN 'WITHDRAWN' THEN 1 END) AS withdrawn,
       count(CASE reason WHEN 'OBJECTED' THEN 1 END) AS objected, count(CASE reason WHEN 'EXPIRED' THEN 1 END) AS expired,
       count(CASE reason WHEN 'UNDER_AGE' THEN 1 END) AS underAge, count(CASE reason WHEN 'ASK_AGAIN' THEN 1 END) AS askAgain,
       count(CASE reason WHEN 'NO_CONSENT' THEN 1 END) AS noConsent,
       collect(CASE reason WHEN 'CONSENTED' THEN id END)[..$sample] AS customerIds;

// Who of a segment may be reached for a purpose through a channel, now.
// mode   read
// param  segmentId    string           a segment's id, or all for every customer
// param  purposeId    string           profiling, marketing, referral, research
// param  channel      string           SMS, MAIL, CALL, WECHAT, MINI_PROGRAM, GROUP
// param  now          datetime
// param  limit        integer = 1000
// param  after        string = ''      customer id of the last row of the page before
// row    customerId   string           unique
// row    consentedAt  datetime
// needs  index customer_id
// api    audience
// for    marketer admin service
// try    :params {segmentId: 'all', purposeId: 'marketing', channel: 'SMS', now: datetime(), limit: 20, after: ''}
CALL () {
  MATCH (:Segment {id: $segmentId})<-[:IN_SEGMENT]-(customer:Customer)
  WHERE $segmentId <> 'all' AND customer.id > $after
  RETURN customer
  UNION ALL
  UNWIND CASE $segmentId WHEN 'all' THEN [true] ELSE [] END AS everyone
  MATCH (customer:Customer)
  WHERE customer.id > $after
  RETURN customer
}
WITH customer
WHERE NOT customer:DoNotContact
MATCH (customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
WHERE purpose.id = $purposeId AND consent.channel IN [$channel, 'ALL'] AND (consent.until IS NULL OR consent.until > $now)
RETURN customer.id AS customerId, max(consent.since) AS consentedAt
ORDER BY customerId
LIMIT $limit;

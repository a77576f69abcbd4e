// Who of a segment may be reached for a purpose through a channel, now.
// mode   read
// param  segmentId    string           a segment's id, or all for every customer
// param  purposeId    string           marketing, referral, research, service
// param  channel      string           SMS, MAIL, CALL, WECHAT, MINI_PROGRAM, GROUP
// param  now          datetime
// param  limit        integer = 1000
// param  after        string = ''      customer id of the last row of the page before
// row    customerId   customer         unique
// row    consentedAt  datetime
// needs  index customer_id
// api    audience
// for    marketer admin service
// try    :params {segmentId: 'all', purposeId: 'marketing', channel: 'SMS', now: datetime(), limit: 20, after: ''}
CALL () {
  // a bound of null makes the branch that is not meant empty without a look at any customer
  MATCH (:Segment {id: $segmentId})<-[:IN_SEGMENT]-(customer:Customer)
  WHERE customer.id > CASE WHEN $segmentId <> 'all' THEN $after END
  RETURN customer
  UNION ALL
  MATCH (customer:Customer)
  WHERE customer.id > CASE WHEN $segmentId = 'all' THEN $after END
  RETURN customer
}
WITH DISTINCT customer, customer.id AS customerId
ORDER BY customerId
WHERE NOT customer:DoNotContact
CALL (customer) {
  MATCH (customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
  WHERE purpose.id = $purposeId AND consent.channel IN [$channel, 'ALL'] AND (consent.until IS NULL OR consent.until > $now)
  RETURN consent.since AS consentedAt
  ORDER BY consentedAt DESC
  LIMIT 1
}
RETURN customerId, consentedAt
ORDER BY customerId
LIMIT $limit;

// Consents whose time ran out and whose edge still stands, for the sweep that ends them. They count nowhere meanwhile.
// mode   read
// param  now         datetime
// param  limit       integer = 1000
// row    customerId  string
// row    purposeId   string
// row    channel     string
// row    until       datetime
// needs  index consent_until
// try    :param now => datetime();
// try    :param limit => 20;
MATCH (customer:Customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
WHERE consent.until <= $now
RETURN customer.id AS customerId, purpose.id AS purposeId, consent.channel AS channel, consent.until AS until
ORDER BY until, customerId, purposeId, channel
LIMIT $limit;

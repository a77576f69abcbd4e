// Consents to purposes whose new text is being asked again, page by page in the order of their keys.
// mode   read
// param  after       string = ''     key of the last row of the page before
// param  limit       integer = 1000
// row    key         string          unique
// row    customerId  string
// row    purposeId   string
// needs  constraint consent_key
// try    :param after => '';
// try    :param limit => 20;
MATCH (customer:Customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
WHERE consent.key > $after
WITH customer, consent, purpose
ORDER BY consent.key
WHERE purpose.renewing AND coalesce(consent.textNumber, 1) < purpose.textNumber
RETURN consent.key AS key, customer.id AS customerId, purpose.id AS purposeId
ORDER BY key
LIMIT $limit;

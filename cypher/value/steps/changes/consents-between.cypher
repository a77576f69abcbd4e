// Customers of whose consents one ran out in a period.
// mode   read
// param  from        datetime  excluded
// param  to          datetime  included
// row    customerId  customer  unique
// needs  index consent_until
// try    :param from => datetime('2026-01-01');
// try    :param to => datetime('2026-01-02');
MATCH (customer:Customer)-[consent:CONSENTS_TO]->(:Purpose)
WHERE consent.until > $from AND consent.until <= $to
RETURN DISTINCT customer.id AS customerId;

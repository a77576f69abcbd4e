// Customers whose consent to a purpose on a channel holds, by the condition of consent/steps/contact/standings.
// mode   read
// param  purpose   string    id
// param  channel   string    one of them, ALL, or ANY for a consent on any channel
// param  now       datetime
// row    customerId  customer  unique
// try    :param purpose => 'marketing';
// try    :param channel => 'SMS';
// try    :param now => datetime();
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
  WHERE coalesce(purpose.id, '') = $purpose AND ($channel = 'ANY' OR consent.channel IN [$channel, 'ALL'])
    AND (consent.until IS NULL OR consent.until > $now)
}
RETURN customer.id AS customerId;

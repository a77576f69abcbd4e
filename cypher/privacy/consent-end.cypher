// Removes the consent edges of a customer's purpose on every channel that is not held any more.
// mode   write
// param  rows        list<record>
// .  customerId  string
// .  purposeId   string
// .  held        list<string>  channels that stay
// row    ended       integer
// needs  index customer_id
// try    :params {rows: [{customerId: 'c1', purposeId: 'marketing', held: ['MAIL']}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})-[consent:CONSENTS_TO]->(purpose:Purpose)
WHERE purpose.id = row.purposeId AND NOT consent.channel IN row.held
WITH collect(consent) AS ended
FOREACH (consent IN ended | DELETE consent)
RETURN size(ended) AS ended;

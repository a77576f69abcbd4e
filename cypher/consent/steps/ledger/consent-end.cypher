// Removes the consent edges of a customer's purpose on every channel that is not held any more.
// By the key of the edge, not by the purpose: nearly everyone hangs on its few nodes, and walking them is slow.
// mode   write
// param  rows        list<record>
// .  customerId  string
// .  purposeId   string
// .  held        list<string>  channels that stay
// row    ended       integer
// needs  index customer_id
// try    :param rows => [{customerId: 'C0000001', purposeId: 'marketing', held: ['MAIL']}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})-[consent:CONSENTS_TO]->(:Purpose)
WHERE consent.key STARTS WITH row.customerId + '|' + row.purposeId + '|' AND NOT consent.channel IN row.held
SET customer:Changed
WITH collect(consent) AS ended
FOREACH (consent IN ended | DELETE consent)
RETURN size(ended) AS ended;

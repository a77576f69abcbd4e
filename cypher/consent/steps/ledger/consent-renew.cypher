// Notes on which channels a customer's consent would hold but for a newer text, and forgets it where that is over.
// Runs after consent-lock in the same transaction: see consent-hold.
// mode   write
// param  rows        list<record>
// .  customerId  string
// .  purposeId   string
// .  channels    list<string>  to be asked again; empty forgets
// param  now         datetime
// row    askAgain    integer       customers and purposes to be asked again
// needs  constraint ask_again_key
// try    :param rows => [{customerId: 'C0000001', purposeId: 'marketing', channels: ['SMS']}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MATCH (purpose:Purpose {id: row.purposeId})
WITH customer, purpose, row, row.customerId + '|' + row.purposeId AS key
OPTIONAL MATCH (customer)-[known:ASK_AGAIN {key: key}]->(purpose)
FOREACH (over IN CASE WHEN known IS NULL OR size(row.channels) > 0 THEN [] ELSE [known] END | DELETE over)
FOREACH (again IN CASE WHEN known IS NULL OR size(row.channels) = 0 THEN [] ELSE [known] END |
  SET again.channels = row.channels)
FOREACH (_ IN CASE WHEN known IS NULL AND size(row.channels) > 0 THEN [row] ELSE [] END |
  CREATE (customer)-[:ASK_AGAIN {key: key, since: $now, channels: row.channels}]->(purpose))
RETURN count(CASE WHEN size(row.channels) > 0 THEN 1 END) AS askAgain;

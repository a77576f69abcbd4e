// Notes on which channels a customer's consent would hold but for a newer text, and forgets it where that is over.
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
OPTIONAL MATCH (customer)-[over:ASK_AGAIN {key: key}]->(purpose)
WHERE size(row.channels) = 0
FOREACH (gone IN CASE WHEN over IS NULL THEN [] ELSE [over] END | DELETE gone)
FOREACH (_ IN CASE WHEN size(row.channels) = 0 THEN [] ELSE [row] END |
  MERGE (customer)-[again:ASK_AGAIN {key: key}]->(purpose)
    ON CREATE SET again.since = $now
  SET again.channels = row.channels)
RETURN count(CASE WHEN size(row.channels) > 0 THEN 1 END) AS askAgain;

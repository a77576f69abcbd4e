// Who consented to an older text of a purpose and is to be asked again, and on which channels, in the order of ids.
// mode   read
// param  purposeId   string
// param  after       string = ''      customer id of the last row of the page before
// param  limit       integer = 100
// row    customerId  customer         unique
// row    channels    list<string>
// row    since       datetime         when the newer text ended the consent
// row    version     string?          the text to be shown now
// needs  constraint ask_again_key
// api    consentsToRenew
// titleZh 同意的是旧版文本、需要重新征询的客户及渠道，按编号排列。
// for    admin privacy-officer service
// try    :param purposeId => 'marketing';
// try    :param after => '';
// try    :param limit => 20;
MATCH (customer:Customer)-[again:ASK_AGAIN]->(purpose:Purpose {id: $purposeId})
WHERE customer.id > $after
RETURN customer.id AS customerId, again.channels AS channels, again.since AS since, purpose.version AS version
ORDER BY customerId
LIMIT $limit;

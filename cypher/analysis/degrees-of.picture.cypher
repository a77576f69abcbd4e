// A customer's ties of every kind.
// mode   picture
// param  customerId  string
// param  limit       integer = 100
// row    tie         path
// for    analyst marketer admin
// phrase Ties of $customerId by kind
// phraseZh $customerId 的各类关系
// try    :param customerId => 'C0000001';
// try    :param limit => 100;
MATCH tie = (:Customer:Profiled {id: $customerId})-[of:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(other:Profiled)
RETURN tie
ORDER BY of.closeness DESC, other.id
LIMIT $limit;

// Who has most ties of one kind in one direction: exact at once from the ties, no run needed.
// mode   read
// param  kind        string = 'FOLLOWS'  a kind of tie, or KNOWS for everybody once
// param  direction   string = 'IN'       IN, OUT or BOTH
// param  limit       integer = 20
// row    customerId  customer            unique
// row    people      integer
// api    topDegree
// for    analyst marketer admin
// try    :param kind => 'FOLLOWS';
// try    :param direction => 'IN';
// try    :param limit => 20;
MATCH (customer:Profiled)
CALL (customer) {
  MATCH (customer)-[tie:$($kind)]-(other:Profiled)
  WHERE $direction = 'BOTH' OR (startNode(tie) = customer) = ($direction = 'OUT')
  RETURN count(DISTINCT other) AS people
}
WITH customer, people
WHERE people > 0
ORDER BY people DESC, customer.id
LIMIT $limit
RETURN customer.id AS customerId, people
ORDER BY people DESC, customerId;

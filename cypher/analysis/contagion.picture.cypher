// One customer and the close ties who stopped buying.
// mode   picture
// param  customerId    string
// param  days          integer = 180        without an order
// param  minCloseness  float = 0.3
// param  limit         integer = 50
// row    tie           path
// for    analyst marketer admin
// phrase Whose silence may reach $customerId
// phraseZh 谁的沉默可能影响 $customerId
// try    :param customerId => 'C0000001';
// try    :param days => 180;
// try    :param minCloseness => 0.3;
// try    :param limit => 50;
MATCH (customer:Customer {id: $customerId})
WHERE customer:Profiled
MATCH tie = (customer)-[knows:KNOWS]-(gone:Profiled)
WHERE knows.closeness >= $minCloseness AND gone.lastOrderAt < datetime() - duration({days: $days})
RETURN tie
ORDER BY knows.closeness DESC, gone.id
LIMIT $limit;

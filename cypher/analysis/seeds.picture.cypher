// People to start from and those they know best.
// mode   picture
// param  customerIds  list<string>           the seeds, as seedSet gives them
// param  ties         integer = 15           closest ties of each
// row    tie          path
// for    analyst marketer admin
// phrase People to start from: $customerIds
// phraseZh 种子客户 $customerIds
// try    :param customerIds => ['C0000001'];
// try    :param ties => 15;
UNWIND $customerIds AS id
MATCH (seed:Customer {id: id})
WHERE seed:Profiled
CALL (seed) {
  MATCH tie = (seed)-[knows:KNOWS]-(other:Profiled)
  RETURN tie
  ORDER BY knows.closeness DESC, other.id
  LIMIT $ties
}
RETURN tie;

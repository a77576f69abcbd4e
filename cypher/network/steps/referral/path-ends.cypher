// The ends of a path that was asked for: a customer, or the people of a company, the most senior first. Only who consents to
// profiling is an end.
// mode   read
// param  ids        list<string>                   of customers or companies
// param  avoiding   list<string> = []              customers who are left out
// param  people     integer = 500                  most people of a company
// row    endId      string          unique
// row    kind       string?                        PERSON, COMPANY, or null for an unknown id
// row    personIds  list<string>
// needs  constraint customer_id
// needs  constraint company_id
// try    :param ids => ['C0000002', 'C0000001'];
// try    :param avoiding => [];
// try    :param people => 500;
UNWIND $ids AS endId
OPTIONAL MATCH (customer:Customer {id: endId})
OPTIONAL MATCH (company:Company {id: endId})
CALL (customer, company) {
  WITH customer AS person
  WHERE person:Profiled AND NOT person.id IN $avoiding
  RETURN collect(person.id) AS personIds
  UNION ALL
  WITH *
  WHERE customer IS NULL
  MATCH (company)<-[works:WORKS_AT]-(person:Profiled)
  WHERE NOT person.id IN $avoiding
  WITH person, works
  ORDER BY works.level DESC, person.id
  LIMIT $people
  RETURN collect(person.id) AS personIds
}
WITH endId, CASE WHEN customer IS NOT NULL THEN 'PERSON' WHEN company IS NOT NULL THEN 'COMPANY' END AS kind,
  collect(personIds) AS sets
RETURN DISTINCT endId, kind, sets[0] + sets[1] AS personIds
ORDER BY endId;

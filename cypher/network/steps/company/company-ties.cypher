// Who reports to whom and who works with whom among these people.
// mode   read
// param  ids        list<string>
// row    fromId     string
// row    toId       string
// row    kind       string         REPORTS_TO (from the report to the superior) or WORKS_WITH
// row    closeness  float          0..1
// needs  constraint customer_id
// try    :param ids => ['C0000001', 'C0000002'];
UNWIND $ids AS id
MATCH (person:Customer {id: id})-[tie:REPORTS_TO|WORKS_WITH]->(other:Profiled)
WHERE person:Profiled AND other.id IN $ids AND tie.closeness > 0
RETURN id AS fromId, other.id AS toId, type(tie) AS kind, tie.closeness AS closeness
ORDER BY fromId, toId, kind;

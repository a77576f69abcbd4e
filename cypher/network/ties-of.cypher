// The ties of one customer, kind by kind, closest first. Both ends consent to profiling.
// mode   read
// param  customer    customer
// param  limit       integer = 100
// row    customerId  customer       the other end
// row    kind        string         FAMILY_OF, WORKS_WITH, REPORTS_TO, SHARES_INTEREST_WITH, FOLLOWS or REFERRED
// row    outgoing    boolean        drawn from the customer asked about
// row    closeness   float?         0..1
// row    since       datetime?
// row    about       string?        role, interest, platform or code
// api    tiesOf
// titleZh 一位客户的关系，按类型列出，亲密者在前；两端都同意画像。
// for    analyst marketer admin
// try    :param customer => 'C0000002';
// try    :param limit => 100;
MATCH (customer:Customer {id: $customer})
WHERE customer:Profiled
MATCH (customer)-[tie:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(other:Profiled)
RETURN other.id AS customerId, type(tie) AS kind, startNode(tie) = customer AS outgoing, tie.closeness AS closeness,
  tie.since AS since, coalesce(tie.role, tie.interest, tie.platform, tie.code) AS about
ORDER BY kind, closeness DESC, customerId
LIMIT $limit;

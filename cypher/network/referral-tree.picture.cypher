// Everyone a customer brought, as a tree.
// mode   picture
// param  customer  string
// param  limit     integer = 200  people
// row    branch    path
// for    analyst marketer admin
// phrase Whom $customer brought
// phraseZh $customer 带来了谁
// try    :param customer => 'C0000001';
// try    :param limit => 200;
MATCH (root:Customer {id: $customer})
WHERE root:Profiled
MATCH branch = ANY SHORTEST (root) (()-[:REFERRED]->(:Profiled)){1,20} (person:Profiled)
WHERE person <> root
RETURN branch
ORDER BY length(branch), person.id
LIMIT $limit;

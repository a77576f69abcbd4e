// Notes the variants of customers, each once in an experiment; who has one keeps it.
// mode   write
// param  experiment  string
// param  now         datetime
// param  rows        list<record>
// .  customerId  string
// .  variantId   string
// .  cluster     string        the community that draws as a whole, or the person
// row    assigned    integer       new
// needs  constraint customer_id
// needs  constraint variant_id
// try    :param experiment => 'x1';
// try    :param now => datetime();
// try    :param rows => [{customerId: 'C0000001', variantId: 'x:x1|A', cluster: 'k-1'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
WHERE customer:Profiled AND NOT EXISTS { MATCH (customer)-[before:TRIED]->(:Variant) WHERE before.experiment = $experiment }
MATCH (variant:Variant {id: row.variantId})
CREATE (customer)-[:TRIED {experiment: $experiment, at: $now, cluster: row.cluster}]->(variant)
RETURN count(*) AS assigned;

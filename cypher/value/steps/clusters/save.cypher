// Moves customers to another cluster, or to none where it is null. Whoever left profiling since is left alone. Repeating it changes nothing.
// mode   write
// param  rows        list<record>
// .      customerId  string
// .      cluster     string?       id
// row    moved       integer
// needs  constraint customer_id
// try    :param rows => [{customerId: 'C0000001', cluster: null}];
UNWIND $rows AS row
MATCH (customer:Profiled {id: row.customerId})
WHERE coalesce(customer.cluster, '') <> coalesce(row.cluster, '')
SET customer.cluster = row.cluster
RETURN count(customer) AS moved;

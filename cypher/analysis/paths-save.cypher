// Counted shortest paths of the two halves of a sample onto the customers.
// mode   write
// param  rows        list<record>
// .      customerId  string
// .      pathsA      float
// .      pathsB      float
// row    saved       integer
// try    :params {rows: [{customerId: 'C0000001', pathsA: 0.0, pathsB: 0.0}]}
UNWIND $rows AS row
MATCH (customer:Customer:Profiled {id: row.customerId})
SET customer.pathsA = row.pathsA, customer.pathsB = row.pathsB
RETURN count(customer) AS saved;

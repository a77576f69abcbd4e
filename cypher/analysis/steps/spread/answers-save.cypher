// Response and conversion, parts of the influence index, of those whose posts or referrals were answered.
// mode   write
// param  rows        list<record>
// .      node        integer  number in the graph in memory
// .      response    float    0..100
// .      conversion  float    0..100
// row    saved       integer
// needs  gds
// try    :param rows => [{node: 0, response: 0.0, conversion: 0.0}];
UNWIND $rows AS row
WITH row, gds.util.asNode(row.node) AS customer
WHERE customer:Profiled
SET customer.response = CASE WHEN row.response > 0 THEN row.response END,
  customer.conversion = CASE WHEN row.conversion > 0 THEN row.conversion END
RETURN count(customer) AS saved;

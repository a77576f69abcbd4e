// What customers are worth, by the last fit. Who withdrew profiling meanwhile gets nothing.
// mode   write
// param  rows                list<record>
// .      customerId          string
// .      clvMinor            integer   discounted over the horizon, minor units
// .      clvAlive            float?    probability of still buying, 0..1; null for who never bought
// .      clvOrders           float?    purchases expected over the horizon
// .      clvValueMinor       integer?  expected value of a purchase
// .      clvSimpleMinor      integer?  simple CLV
// .      networkValueMinor   integer   with what referrals credit
// param  at                  datetime  when the run began
// row    saved               integer
// needs  constraint customer_id
// try    :param rows => [{customerId: 'C0000001', clvMinor: 120000, clvAlive: 0.7, clvOrders: 3.2, clvValueMinor: 9000, clvSimpleMinor: 80000, networkValueMinor: 130000}];
// try    :param at => datetime();
UNWIND $rows AS row
MATCH (customer:Customer:Profiled {id: row.customerId})
SET customer.clvMinor = row.clvMinor, customer.clvAlive = row.clvAlive, customer.clvOrders = row.clvOrders,
    customer.clvValueMinor = row.clvValueMinor, customer.clvSimpleMinor = row.clvSimpleMinor,
    customer.networkValueMinor = row.networkValueMinor, customer.clvScoredAt = $at
RETURN count(customer) AS saved;

// How likely customers do not order within the horizon, as a model tells. Who withdrew profiling meanwhile gets nothing.
// mode   write
// param  rows         list<record>
// .      customerId   string
// .      probability  float     0..1
// param  model        string    id of its run
// param  at           datetime  when scoring began
// row    saved        integer
// needs  constraint customer_id
// try    :param rows => [{customerId: 'C0000001', probability: 0.4}];
// try    :param model => 'm1';
// try    :param at => datetime();
UNWIND $rows AS row
MATCH (customer:Customer:Profiled {id: row.customerId})
SET customer.churnProbability = row.probability, customer.churnModel = $model, customer.churnScoredAt = $at
RETURN count(customer) AS saved;

// The ends of a path that was asked for: are they known, and do they consent to profiling?
// mode   read
// param  ids         list<string>
// row    customerId  string        unique
// row    profiled    boolean
// try    :params {ids: ['karate-01', 'karate-34']}
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN DISTINCT customer.id AS customerId, customer:Profiled AS profiled
ORDER BY customerId;

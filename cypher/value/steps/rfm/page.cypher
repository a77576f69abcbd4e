// A page of the profiled customers whom a run looks at: who has an order, or a grade.
// mode   read
// param  after       string = ''      customer id of the last row of the page before
// param  limit       integer = 2000
// param  currency    string? = null   leaves out who is graded in another currency
// row    customerId  string           unique
// needs  constraint customer_id
// try    :param after => '';
// try    :param limit => 20;
// try    :param currency => 'CNY';
MATCH (customer:Customer)
WHERE customer.id > $after AND customer:Profiled
  AND ($currency IS NULL OR coalesce(customer.rfmCurrency, $currency) = $currency)
  // coalesce keeps the planner from a union of three looks at everybody, sorted anew for each page
  AND coalesce(customer.rfmCurrency IS NOT NULL OR EXISTS { (customer)-[:PLACED]->() } OR EXISTS { (customer)-[:SCORED_BY]->() }, false)
RETURN customer.id AS customerId
ORDER BY customerId
LIMIT $limit;

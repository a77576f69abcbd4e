// Customers who gave feedback or posted with a sentiment in a range in a window.
// mode   read
// param  least     float     -1..1
// param  most      float     -1..1
// param  since     datetime  start of the window
// param  now       datetime  its end, exclusive
// row    customerId  customer  unique
// try    :param least => -1.0;
// try    :param most => -0.3;
// try    :param since => datetime('2026-01-01');
// try    :param now => datetime();
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)-[:GAVE|POSTED]->(said:Feedback|Post)
  WHERE said.at >= $since AND said.at < $now AND said.sentiment >= $least AND said.sentiment <= $most
}
RETURN customer.id AS customerId;

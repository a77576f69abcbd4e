// Customers who gave feedback or posted in a period.
// mode   read
// param  from        datetime  included
// param  to          datetime  excluded
// row    customerId  customer  unique
// needs  index post_at, feedback_at
// try    :param from => datetime('2026-01-01');
// try    :param to => datetime('2026-01-02');
CALL () {
  MATCH (customer:Customer)-[:POSTED]->(said:Post)
  WHERE said.at >= $from AND said.at < $to
  RETURN customer.id AS customerId
  UNION
  MATCH (customer:Customer)-[:GAVE]->(said:Feedback)
  WHERE said.at >= $from AND said.at < $to
  RETURN customer.id AS customerId
}
RETURN customerId;

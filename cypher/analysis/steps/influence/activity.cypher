// Who acted lately (liked, shared, commented, posted, recommended), written only where it changed. From what was done, which is much less
// than there are customers.
// mode   write
// param  activeSince  datetime
// param  batch        integer = 10000
// row    changed      integer
// needs  auto-commit
// try    :param activeSince => datetime('2026-01-01');
// try    :param batch => 10000;
CALL () {
  MATCH (customer:Profiled)-[acted:LIKED|SHARED|COMMENTED_ON|REFERRED|POSTED]->(what)
  WHERE coalesce(acted.at, what.at) >= $activeSince AND customer.activity IS NULL AND customer.influence IS NOT NULL
  RETURN DISTINCT customer, 'ACTIVE' AS activity
  UNION ALL
  MATCH (customer:Profiled)
  WHERE customer.activity IS NOT NULL AND NOT EXISTS {
    (customer)-[acted:LIKED|SHARED|COMMENTED_ON|REFERRED|POSTED]->(what)
    WHERE coalesce(acted.at, what.at) >= $activeSince }
  RETURN customer, NULL AS activity
}
CALL (customer, activity) {
  SET customer.activity = activity
} IN TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS changed;

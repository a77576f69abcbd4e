// Whose influence rose most: between the last two runs, or since a date (which looks at everybody, and takes longer).
// mode   read
// param  since       datetime? = null
// param  limit       integer = 20
// row    customerId  customer    unique
// row    influence   float       0..100, now
// row    change      float       points
// row    degree      integer     people known now
// needs  run analysis
// api    risers
// titleZh 影响力上升最多的客户：最近两次运行之间，或自某日起（会查看所有人，较慢）。
// for    analyst marketer admin
// try    :param since => null;
// try    :param limit => 20;
CALL () {
  WITH * WHERE $since IS NULL
  MATCH (customer:Profiled)
  WHERE customer.influenceChange > 0
  RETURN customer, customer.influenceChange AS change
  ORDER BY change DESC
  LIMIT $limit
  UNION ALL
  WITH * WHERE $since IS NOT NULL
  CALL () {
    MATCH (run:AnalysisRun)
    WHERE run.number IS NOT NULL AND run.finishedAt <= $since
    RETURN max(run.number) AS base
  }
  MATCH (customer:Profiled)
  WHERE base IS NOT NULL AND customer.history[0] <= base AND customer.influence IS NOT NULL
  WITH customer, reduce(then = customer.history[1], at IN range(0, size(customer.history) / 4 - 1) |
    CASE WHEN customer.history[4 * at] <= base THEN customer.history[4 * at + 1] ELSE then END) AS then
  WITH customer, round(customer.influence - then / 100.0, 2) AS change
  WHERE change > 0
  RETURN customer, change
  ORDER BY change DESC
  LIMIT $limit
}
RETURN customer.id AS customerId, customer.influence AS influence, change, toInteger(customer.degree) AS degree
ORDER BY change DESC, customerId;

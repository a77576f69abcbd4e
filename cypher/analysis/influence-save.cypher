// Betweenness as a share, and the influence index 0..100 with its parts: the share of customers below, weighed together.
// A part is found by halving its 1024 cuts ten times.
// mode   write
// param  run         string
// param  factor      float        makes counted paths a share of all pairs
// param  halves      boolean      whether paths were counted in two halves
// param  reach       list<float>  cuts
// param  brokerage   list<float>
// param  conversion  list<float>
// param  response    list<float>
// param  wReach      float        weights; they sum to 1
// param  wBrokerage  float
// param  wConversion float
// param  wResponse   float
// param  batch       integer = 10000
// param  writers     integer = 2  transactions at a time
// row    scored      integer
// needs  auto-commit
// try    :params {run: 'try', factor: 1.0, halves: false, reach: [0.0], brokerage: [0.0], conversion: [0.0], response: [0.0], wReach: 0.25, wBrokerage: 0.25, wConversion: 0.25, wResponse: 0.25}
MATCH (customer:Profiled)
WHERE customer.pathsA IS NOT NULL
CALL (customer) {
  WITH customer, [512, 256, 128, 64, 32, 16, 8, 4, 2, 1] AS steps, customer.pathsA + CASE WHEN $halves THEN customer.pathsB ELSE 0.0 END AS paths,
    toFloat(coalesce(customer.conversions, 0)) AS conversions, toFloat(coalesce(customer.reactions, 0)) AS reactions
  WITH customer, paths,
    100.0 / 1023 * reduce(at = 0, step IN steps | CASE WHEN $reach[at + step - 1] < customer.pageRank THEN at + step ELSE at END) AS reach,
    100.0 / 1023 * reduce(at = 0, step IN steps | CASE WHEN $brokerage[at + step - 1] < paths THEN at + step ELSE at END) AS brokerage,
    CASE conversions WHEN 0.0 THEN 0.0 ELSE 100.0 / 1023
      * reduce(at = 0, step IN steps | CASE WHEN $conversion[at + step - 1] < conversions THEN at + step ELSE at END) END AS conversion,
    CASE reactions WHEN 0.0 THEN 0.0 ELSE 100.0 / 1023
      * reduce(at = 0, step IN steps | CASE WHEN $response[at + step - 1] < reactions THEN at + step ELSE at END) END AS response
  SET customer.betweenness = paths * $factor,
    customer.reach = round(reach, 2), customer.brokerage = round(brokerage, 2),
    customer.conversion = CASE WHEN conversion > 0 THEN round(conversion, 2) END,
    customer.response = CASE WHEN response > 0 THEN round(response, 2) END,
    customer.influence = round($wReach * reach + $wBrokerage * brokerage + $wConversion * conversion + $wResponse * response, 2),
    customer.harmonicCloseness = CASE WHEN $halves THEN NULL ELSE customer.harmonicCloseness END, customer.scoredBy = $run
} IN $writers CONCURRENT TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS scored;

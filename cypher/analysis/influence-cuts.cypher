// The values below which each 1/1024 of customers lies, for the four parts of the influence index, smallest first.
// mode  read
// param halves  boolean  whether paths were counted in two halves
// row   part  string       unique
// row   cuts  list<float>  1024 values
// try   :params {halves: false}
UNWIND ['reach', 'brokerage', 'conversion', 'response'] AS part
CALL (part) {
  MATCH (customer:Profiled)
  WHERE customer.pathsA IS NOT NULL
  WITH CASE part
    WHEN 'reach' THEN customer.pageRank
    WHEN 'brokerage' THEN customer.pathsA + CASE WHEN $halves THEN customer.pathsB ELSE 0.0 END
    WHEN 'conversion' THEN toFloat(coalesce(customer.conversions, 0))
    ELSE toFloat(coalesce(customer.reactions, 0))
  END AS value
  ORDER BY value
  RETURN collect(value) AS sorted
}
WITH part, sorted
WHERE size(sorted) > 0
RETURN part, [at IN range(0, 1023) | sorted[at * (size(sorted) - 1) / 1023]] AS cuts
ORDER BY part;

// The values below which each 1/1024 of customers lies, for the four parts of the influence index, smallest first, and how far the two
// halves of a sample lie apart. In one pass: a part that few people have is sorted without those who have none.
// mode  read
// param halves      boolean      whether paths were counted in two halves
// row   reach       list<float>  1024 values, as in the others
// row   brokerage   list<float>
// row   conversion  list<float>
// row   response    list<float>
// row   difference  float?       root mean square difference of counted paths; none when all were counted
// try   :params {halves: false}
MATCH (customer:Profiled)
WHERE customer.pathsA IS NOT NULL
WITH apoc.coll.sort(collect(customer.pageRank)) AS reach,
  apoc.coll.sort(collect(customer.pathsA + CASE WHEN $halves THEN customer.pathsB ELSE 0.0 END)) AS brokerage,
  apoc.coll.sort(collect(toFloat(customer.conversions))) AS conversion,
  apoc.coll.sort(collect(toFloat(customer.reactions))) AS response,
  sqrt(avg(CASE WHEN $halves THEN (customer.pathsA - customer.pathsB) ^ 2 END)) AS difference
WHERE size(reach) > 0
WITH *, size(reach) - size(conversion) AS without, size(reach) - size(response) AS unanswered,
  [step IN range(0, 1023) | step * (size(reach) - 1) / 1023] AS places
RETURN [at IN places | reach[at]] AS reach, [at IN places | brokerage[at]] AS brokerage,
  [at IN places | CASE WHEN at < without THEN 0.0 ELSE conversion[at - without] END] AS conversion,
  [at IN places | CASE WHEN at < unanswered THEN 0.0 ELSE response[at - unanswered] END] AS response, difference;

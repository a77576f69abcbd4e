// A point of history for everybody whose influence moved by a step, or whose degree or community changed: four whole numbers
// (run, influence x 100, degree, community), the newest last. Who did not change keeps the point before, which still holds.
// mode   write
// param  number   integer         of the run
// param  numbers  map             number of each community, by its id
// param  step     float = 1.0     points of influence
// param  least   float = 0.0     influence from which somebody's history begins, for very large networks
// param  most     integer = 24    points kept
// param  batch    integer = 20000
// param  writers  integer = 2  transactions at a time
// row    written  integer
// needs  auto-commit
// try    :param number => 1;
// try    :param numbers => ({});
// try    :param step => 1.0;
// try    :param least => 0.0;
// try    :param most => 24;
// try    :param batch => 20000;
// try    :param writers => 2;
MATCH (customer:Profiled)
WHERE customer.influence IS NOT NULL AND (customer.influence >= $least OR customer.history IS NOT NULL)
WITH customer, toInteger(round(customer.influence * 100)) AS influence, toInteger(customer.degree) AS degree,
  toInteger(coalesce($numbers[customer.communityId], 0)) AS community, customer.history AS past
WITH customer, influence, degree, community, past, influence - past[-3] AS change
WITH customer, influence, degree, community, past, CASE WHEN abs(change) >= $step * 100 THEN change / 100.0 END AS change
WHERE past IS NULL OR change IS NOT NULL OR past[-2] <> degree OR past[-1] <> community
  OR customer.influenceChange IS NOT NULL
CALL (customer, influence, degree, community, past, change) {
  SET customer.influenceChange = change,
    customer.history = CASE
      WHEN past IS NULL THEN [$number, influence, degree, community]
      WHEN change IS NULL AND past[-2] = degree AND past[-1] = community THEN past
      ELSE past[CASE WHEN size(past) >= 4 * $most THEN size(past) - 4 * $most + 4 ELSE 0 END..]
        + [$number, influence, degree, community] END
} IN $writers CONCURRENT TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS written;

// Customers who joined, by month or week; with no period who joined before, or nobody knows when. All consent to profiling.
// mode   read
// param  since   datetime
// param  until   datetime           exclusive
// param  unit    string = 'month'   month or week
// row    period  date?
// row    joined  integer
// try    :param since => datetime('2025-01-01');
// try    :param until => datetime();
// try    :param unit => 'month';
MATCH (customer:Profiled)
WHERE customer.joinedAt IS NULL OR customer.joinedAt < $until
RETURN CASE WHEN customer.joinedAt >= $since THEN date.truncate($unit, customer.joinedAt) END AS period, count(*) AS joined
ORDER BY period;

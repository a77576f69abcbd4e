// Ends the churn warnings that a run did not find any more.
// mode   write
// param  now    datetime   when that run began
// row    ended  integer
// needs  auto-commit
// try    :param now => datetime();
MATCH (:Customer)-[warned:WARNED]->(:WarningRule)
WHERE warned.until IS NULL AND warned.seenAt <> $now
CALL (warned) {
  SET warned.until = $now
} IN TRANSACTIONS OF 2000 ROWS
RETURN count(warned) AS ended;

// Removes the inclinations to a category that the last scoring did not renew.
// mode   write
// param  category  string
// param  at        datetime   when scoring began
// row    cleaned   integer
// needs  auto-commit
// try    :param category => 'tea';
// try    :param at => datetime();
MATCH (:Customer)-[inclined:INCLINED_TO]->(:Category {id: $category})
WHERE inclined.at <> $at
CALL (inclined) {
  DELETE inclined
} IN TRANSACTIONS OF 2000 ROWS
RETURN count(*) AS cleaned;

// Takes the overlapping memberships of an earlier run away: they do not outlive the run that found them.
// mode   write
// param  batch    integer = 20000
// row    cleared  integer
// needs  auto-commit
// try    :param batch => 20000;
MATCH (community:Community)<-[also:ALSO_IN]-(:Customer)
CALL (also) {
  DELETE also
} IN TRANSACTIONS OF $batch ROWS
RETURN count(*) AS cleared;

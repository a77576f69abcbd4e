// How much a refresh of segments has to look at again, and the score runs that ended.
// mode   read
// row    changed    integer    customers
// row    shared     integer    products and companies that many are seen through
// row    customers  integer    all
// row    runs       list<map>  id and finishedAt of each score run
RETURN COUNT { MATCH (:Customer&Refreshing) } AS changed,
  COUNT { MATCH (:(Product|Company)&Refreshing) } AS shared,
  COUNT { MATCH (:Customer) } AS customers,
  COLLECT { MATCH (run:ScoreRun) RETURN run {.id, .finishedAt} } AS runs;

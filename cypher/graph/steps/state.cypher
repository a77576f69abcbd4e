// Whether there is anybody here, and whether an analysis has ever ended.
// mode  read
// row   customers  boolean
// row   analysed   boolean
RETURN EXISTS { (:Customer) } AS customers,
       EXISTS { (:AnalysisRun {status: 'DONE'}) } AS analysed;

// How large a run would be, from the count store.
// mode  read
// row   customers  integer
// row   profiled   integer  those who consent to profiling: only they are analysed
// row   ties       integer  pairs who know each other, whether both consent or not
RETURN COUNT { (:Customer) } AS customers, COUNT { (:Profiled) } AS profiled, COUNT { ()-[:KNOWS]->() } AS ties;

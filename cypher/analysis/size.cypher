// How large a run would be, from the count store.
// mode  read
// row   customers  integer
// row   profiled   integer  those who consent to profiling: only they are analysed
// row   ties       integer  pairs who know each other, whether both consent or not
// try   :params {}
MATCH (customer:Customer)
WITH count(customer) AS customers
OPTIONAL MATCH (profiled:Profiled)
WITH customers, count(profiled) AS profiled
OPTIONAL MATCH ()-[tie:KNOWS]->()
RETURN customers, profiled, count(tie) AS ties;

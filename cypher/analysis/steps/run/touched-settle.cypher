// Brings those in step whose ties or consent changed while a run was under way: their degree exactly, and nothing at all on
// those who left profiling.
// mode   write
// row    settled  integer
// row    left     integer  of them no longer in profiling
MATCH (customer:Touched)
SET customer.degree = CASE WHEN customer:Profiled THEN toFloat(COUNT { (customer)-[:KNOWS]-(:Profiled) }) END
REMOVE customer:Touched
RETURN count(customer) AS settled, count(CASE WHEN NOT customer:Profiled THEN 1 END) AS left;

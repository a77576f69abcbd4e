// How far the two halves of the sample lie apart: the root mean square difference of counted paths.
// mode  read
// row   difference  float?  none when betweenness is exact
// try   :params {}
MATCH (customer:Profiled)
WHERE customer.pathsB IS NOT NULL
RETURN sqrt(avg((customer.pathsA - customer.pathsB) ^ 2)) AS difference;

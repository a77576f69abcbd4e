// How many customers of each new community were in which one of the run before. Those who know nobody are left out.
// mode  read
// row   raw      integer  new community
// row   old      string?  community of the run before, none for those who had none
// row   members  integer
// row   degrees  integer  their degrees added up
// try   :params {}
MATCH (customer:Profiled)
WHERE customer.communityRaw IS NOT NULL AND customer.degree > 0
WITH customer.communityRaw AS raw, customer.communityId AS old, count(*) AS members, toInteger(sum(customer.degree)) AS degrees
RETURN raw, old, members, degrees
ORDER BY raw, old;

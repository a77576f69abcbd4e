// Notes that no personal field lies sealed one by one any more: nobody looks for them again.
// mode  write
// row   done  integer
// needs constraint sealed_apart_id
// try   :params {}
OPTIONAL MATCH (apart:SealedApart {id: 'customers'})
DELETE apart
RETURN count(apart) AS done;

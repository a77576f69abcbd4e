// Deletes some of what is marked for erasure; the customers among it last, by themselves.
// mode   write
// param  limit    integer = 2000
// row    removed  integer
// try    :param limit => 100;
MATCH (own:Erasing)
WHERE NOT own:Customer
WITH own LIMIT $limit
DETACH DELETE own
RETURN count(*) AS removed;

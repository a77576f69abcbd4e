// Removes the communities that this run did not find any more.
// mode   write
// param  run     string
// row    closed  integer
// try    :param run => 'try';
OPTIONAL MATCH (community:Community)
WHERE community.run <> $run
DETACH DELETE community
RETURN count(community) AS closed;

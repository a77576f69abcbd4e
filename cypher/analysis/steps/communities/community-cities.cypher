// The city where most members of each community of this run live.
// mode   write
// param  run       string
// row    located   integer
// try    :param run => 'try';
MATCH (member:Profiled)
WHERE member.communityId IS NOT NULL AND member.city IS NOT NULL
WITH member.communityId AS id, member.city AS city, count(*) AS people
ORDER BY people DESC, city
WITH id, head(collect(city)) AS city
MATCH (community:Community {id: id, run: $run})
SET community.topCity = city
RETURN count(community) AS located;

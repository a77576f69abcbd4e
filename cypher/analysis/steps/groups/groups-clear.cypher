// Takes the groups of communities of the run before away; those found again get the same ids, from their largest community.
// mode  write
// row   cleared  integer
OPTIONAL MATCH (group:CommunityGroup)
DETACH DELETE group
RETURN count(group) AS cleared;

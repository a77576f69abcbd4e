// The communities of the run before, with the names they go by.
// mode  read
// row   id        string        unique
// row   size      integer
// row   name      string?
// row   nameZh    string?
// row   basis     list<string>  keys of the topics that the name is made from
// row   byPerson  boolean       somebody named it
// row   number    integer       lasting, for history
MATCH (community:Community)
WHERE community.size > 0
RETURN community.id AS id, community.size AS size, community.name AS name, community.nameZh AS nameZh,
  coalesce(community.nameBasis, []) AS basis, community.namedBy IS NOT NULL AS byPerson,
  coalesce(community.number, 0) AS number
ORDER BY id;

// Members of communities whose leader posted in a span of time; both consent to profiling.
// mode   read
// param  from        datetime        inclusive
// param  until       datetime        exclusive
// param  roles       list<string>    KOL, KOC
// param  after       string = ''     post|customer of the last row of the page before
// param  limit       integer = 5000
// row    key         string          unique
// row    customerId  string
// row    at          datetime        of the post
// needs  index post_at
// try    :param from => datetime('2026-01-01');
// try    :param until => datetime();
// try    :param roles => ['KOL'];
// try    :param after => '';
// try    :param limit => 20;
MATCH (post:Post)<-[:POSTED]-(leader:Profiled)-[:MEMBER_OF]->(community:Community)
WHERE post.at >= $from AND post.at < $until AND any(role IN coalesce(leader.roles, []) WHERE role IN $roles)
MATCH (community)<-[:MEMBER_OF]-(member:Profiled)
WHERE member <> leader
WITH post.id + '|' + member.id AS key, member.id AS customerId, post.at AS at
WHERE key > $after
RETURN DISTINCT key, customerId, at
ORDER BY key
LIMIT $limit;

// Who brought the selected customers, and who brought those: up to six referrals back.
// mode   picture
// param  nodes  list<string>           element ids of what is selected in the scene
// param  limit  integer = 100
// row    chain  path
// phrase Who brought them
// phraseZh 谁带来了他们
// try    :param nodes => [];
// try    :param limit => 100;
MATCH (person:Profiled)
WHERE elementId(person) IN $nodes
MATCH chain = (:Profiled) (()-[:REFERRED]->(:Profiled)){1,6} (person)
RETURN chain
ORDER BY length(chain), person.id
LIMIT $limit;

// Ids of communities that hold what somebody types, for the selector of a dashboard.
// mode   read
// param  input    string
// row    value    string
// row    display  string
// try    :param input => 'k';
MATCH (community:Community)
WHERE toLower(community.id) CONTAINS toLower($input)
RETURN community.id AS value, community.id + coalesce(' ' + community.name, '') AS display
ORDER BY size(value), value
LIMIT 5;

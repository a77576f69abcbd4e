// Definitions of versions of journeys.
// mode   read
// param  ids         list<string>  journey@number
// row    id          string        unique
// row    definition  string        JSON
// needs  index journey_version_id
// try    :param ids => ['j@1'];
UNWIND $ids AS id
MATCH (version:JourneyVersion {id: id})
RETURN version.id AS id, version.definition AS definition;

// Coreness: the largest k such that a customer is in a group where everyone knows k others of it.
// mode   read
// param  graph       string
// row    millis      integer
// row    degeneracy  integer  the largest
// needs  gds
// try    :param graph => 'try';
CALL gds.kcore.mutate($graph, {relationshipTypes: ['KNOWS'], mutateProperty: 'coreness'})
YIELD computeMillis, degeneracy
RETURN computeMillis AS millis, degeneracy;

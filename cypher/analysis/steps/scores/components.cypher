// Weakly connected components: who can reach whom at all.
// mode   read
// param  graph       string
// row    millis      integer
// row    components  integer
// row    largest     integer  customers in the largest one
// needs  gds
// try    :param graph => 'try';
CALL gds.wcc.mutate($graph, {relationshipTypes: ['KNOWS'], mutateProperty: 'component'})
YIELD computeMillis, componentCount, componentDistribution
RETURN computeMillis AS millis, componentCount AS components, componentDistribution.max AS largest;

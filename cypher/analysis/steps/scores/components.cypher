// Weakly connected components: who can reach whom at all.
// mode   read
// param  graph       string
// row    millis      integer
// row    components  integer
// row    largest     integer  customers in the largest one
// needs  gds
// try    :param graph => 'try';
CALL gds.wcc.mutate($graph, {relationshipTypes: ['KNOWS'], mutateProperty: 'component'})
YIELD computeMillis, componentCount
// counted: the largest in GDS's own distribution is rounded as soon as there are many
CALL (componentCount) {
  CALL gds.graph.nodeProperty.stream($graph, 'component', ['Profiled']) YIELD propertyValue
  WITH propertyValue, count(*) AS people
  RETURN max(people) AS largest
}
RETURN computeMillis AS millis, componentCount AS components, coalesce(largest, 0) AS largest;

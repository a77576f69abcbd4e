// Degree (Freeman): how many people a customer knows.
// mode   read
// param  graph    string
// row    millis   integer
// row    largest  float
// needs  gds
// try    :params {graph: 'try'}
CALL gds.degree.mutate($graph, {relationshipTypes: ['KNOWS'], mutateProperty: 'degree'})
YIELD computeMillis, centralityDistribution
RETURN computeMillis AS millis, centralityDistribution.max AS largest;

// Degree (Freeman): how many people a customer knows.
// mode   read
// param  graph    string
// row    millis   integer
// needs  gds
// try    :param graph => 'try';
CALL gds.degree.mutate($graph, {relationshipTypes: ['KNOWS'], mutateProperty: 'degree'})
YIELD computeMillis
RETURN computeMillis AS millis;

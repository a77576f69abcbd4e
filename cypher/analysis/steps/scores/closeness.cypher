// Harmonic closeness: the mean of one over the distance to everyone else, 0..1; whom no path reaches counts 0 (Marchiori, Latora 2000).
// mode   read
// param  graph   string
// row    millis  integer
// needs  gds
// try    :param graph => 'try';
CALL gds.closeness.harmonic.mutate($graph, {relationshipTypes: ['KNOWS'], mutateProperty: 'harmonicCloseness'})
YIELD computeMillis
RETURN computeMillis AS millis;

// The variant of one customer in an experiment: the one that was drawn, or of a campaign the one they were touched by.
// mode   read
// param  experiment  string
// param  customerId  string
// row    variant     string   its name
// row    since       datetime
// needs  constraint experiment_id
// try    :param experiment => 'x1';
// try    :param customerId => 'C0000001';
MATCH (experiment:Experiment {id: $experiment})
MATCH (customer:Customer {id: $customerId})
WHERE customer:Profiled
CALL (experiment, customer) {
  MATCH (customer)-[tried:TRIED]->(variant:Variant)
  WHERE tried.experiment = experiment.id
  RETURN variant, tried.at AS since, 1 AS place
  UNION ALL
  MATCH (customer)-[:RECEIVED]->(touch:Touch)-[:OF_VARIANT]->(variant:Variant)<-[:HAS_VARIANT]-(:Campaign)<-[:TESTS]-(experiment)
  RETURN variant, touch.at AS since, 2 AS place
}
RETURN variant.name AS variant, since
ORDER BY place
LIMIT 1;

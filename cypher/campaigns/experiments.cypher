// Experiments, the newest first: what each compares, by whom it draws, and how many got each variant so far.
// mode   read
// param  limit       integer = 50
// row    id          string        unique
// row    name        string
// row    nameZh      string?       in Chinese, where it has one
// row    campaignId  string?       the campaign that it tests
// row    unit        string        PERSON or COMMUNITY
// row    metric      string
// row    status      string        DRAFT, RUNNING, STOPPED
// row    startedAt   datetime?
// row    endedAt     datetime?
// row    variants    list<string>  the control first
// row    people      list<integer> who got each, in the same order
// api    experiments
// titleZh 实验，新的在前：比较什么、以什么为单位分组、各版本至今多少人。
// for    analyst marketer admin
// try    :param limit => 20;
MATCH (experiment:Experiment)
WITH experiment
ORDER BY experiment.createdAt DESC, experiment.id
LIMIT $limit
OPTIONAL MATCH (experiment)-[:TESTS]->(campaign:Campaign)
WITH experiment, campaign, coalesce(campaign, experiment) AS owner
CALL (experiment, owner) {
  MATCH (owner)-[:HAS_VARIANT]->(variant:Variant)
  WITH variant, COUNT { MATCH (variant)<-[tried:TRIED]-(:Customer) WHERE tried.experiment = experiment.id } AS drawn,
    COUNT { (variant)<-[:OF_VARIANT]-(:Touch) } AS touched
  ORDER BY variant.position, variant.id
  RETURN collect(variant.name) AS variants, collect(CASE WHEN drawn > 0 THEN drawn ELSE touched END) AS people
}
RETURN experiment.id AS id, experiment.name AS name, experiment.nameZh AS nameZh, campaign.id AS campaignId, experiment.unit AS unit, experiment.metric AS metric,
  experiment.status AS status, experiment.startedAt AS startedAt, experiment.endedAt AS endedAt, variants, people
ORDER BY experiment.createdAt DESC, id;

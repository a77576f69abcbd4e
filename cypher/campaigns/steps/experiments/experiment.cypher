// An experiment, its settings and its variants: its own, or those of the campaign that it tests.
// mode   read
// param  id          string
// row    id          string        unique
// row    name        string
// row    nameZh      string?
// row    campaignId  string?
// row    segment     string
// row    unit        string        PERSON or COMMUNITY
// row    metric      string
// row    guardrails  list<string>
// row    effect      float         relative change to be seen
// row    alpha       float
// row    power       float
// row    windowDays  integer       days after the variant that count
// row    beforeDays  integer       days before it that CUPED uses
// row    exposure    float         share of neighbours with the same variant from which somebody is exposed
// row    status      string        DRAFT, RUNNING, STOPPED
// row    planned     integer?      people an arm, as of the start
// row    startedAt   datetime?
// row    endedAt     datetime?
// row    variants    list<record>  the control first
// .      id          string
// .      name        string
// .      share       float
// needs  constraint experiment_id
// try    :param id => 'x1';
MATCH (experiment:Experiment {id: $id})
OPTIONAL MATCH (experiment)-[:TESTS]->(campaign:Campaign)
WITH experiment, campaign, coalesce(campaign, experiment) AS owner
RETURN experiment.id AS id, experiment.name AS name, experiment.nameZh AS nameZh, campaign.id AS campaignId, experiment.segment AS segment,
  experiment.unit AS unit, experiment.metric AS metric, experiment.guardrails AS guardrails, experiment.effect AS effect,
  experiment.alpha AS alpha, experiment.power AS power, experiment.windowDays AS windowDays,
  experiment.beforeDays AS beforeDays, experiment.exposure AS exposure, experiment.status AS status,
  experiment.planned AS planned, experiment.startedAt AS startedAt, experiment.endedAt AS endedAt,
  COLLECT {
    MATCH (owner)-[:HAS_VARIANT]->(variant:Variant)
    WITH variant ORDER BY variant.position, variant.id
    RETURN {id: variant.id, name: variant.name, share: coalesce(variant.share, 1.0)}
  } AS variants;

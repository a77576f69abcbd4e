// Makes an experiment with its variants, or over those of a campaign. The same id again changes nothing; the fingerprint tells whether it
// meant the same.
// mode   write
// param  id           string
// param  fingerprint  string        hash of what was asked for
// param  settings     map           name, nameZh, segment, unit, metric, guardrails, effect, alpha, power, windowDays, beforeDays, exposure
// param  campaignId   string?       null for one of its own
// param  createdBy    string        subject of the token
// param  now          datetime
// param  rows         list<record>  variants of its own
// .  id        string
// .  name      string
// .  share     float    0..1
// .  position  integer  from 1; the first is the control
// row    created      boolean
// row    fingerprint  string
// needs  constraint experiment_id
// try    :param id => 'x1';
// try    :param fingerprint => 'f';
// try    :param settings => ({name: 'n'});
// try    :param campaignId => null;
// try    :param createdBy => 'me';
// try    :param now => datetime();
// try    :param rows => [{id: 'x:x1|A', name: 'A', share: 1.0, position: 1}];
OPTIONAL MATCH (known:Experiment {id: $id})
WITH known IS NULL AS created
MERGE (experiment:Experiment {id: $id})
  ON CREATE SET experiment += $settings, experiment.fingerprint = $fingerprint, experiment.createdBy = $createdBy,
    experiment.createdAt = $now, experiment.status = 'DRAFT'
FOREACH (row IN CASE WHEN created THEN $rows ELSE [] END |
  MERGE (variant:Variant {id: row.id})
    ON CREATE SET variant.name = row.name, variant.share = row.share, variant.position = row.position
  MERGE (experiment)-[:HAS_VARIANT]->(variant))
WITH experiment, created
CALL (experiment, created) {
  MATCH (campaign:Campaign {id: $campaignId})
  WHERE created
  MERGE (experiment)-[:TESTS]->(campaign)
}
RETURN created, experiment.fingerprint AS fingerprint;

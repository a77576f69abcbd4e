// Starts or stops an experiment. What its state does not allow changes nothing.
// mode   write
// param  id       string
// param  from     list<string>  states in which it may be done
// param  to       string        RUNNING, STOPPED
// param  planned  integer?      people an arm, kept at the start
// param  now      datetime
// row    known    boolean
// row    turned   boolean
// row    status   string?       before
// needs  constraint experiment_id
// try    :param id => 'x1';
// try    :param from => ['DRAFT'];
// try    :param to => 'RUNNING';
// try    :param planned => 100;
// try    :param now => datetime();
OPTIONAL MATCH (experiment:Experiment {id: $id})
SET experiment.asked = null // locks it
WITH experiment, experiment.status AS status, coalesce(experiment.status IN $from, false) AS turned
FOREACH (_ IN CASE WHEN turned THEN [1] ELSE [] END |
  SET experiment.status = $to,
    experiment.planned = CASE WHEN $to = 'RUNNING' THEN $planned ELSE experiment.planned END,
    experiment.startedAt = CASE WHEN $to = 'RUNNING' THEN coalesce(experiment.startedAt, $now) ELSE experiment.startedAt END,
    experiment.endedAt = CASE WHEN $to = 'STOPPED' THEN $now ELSE experiment.endedAt END)
RETURN experiment IS NOT NULL AS known, turned, status;

// A run of the value models with what it fitted, kept as the model's card.
// mode   write
// param  id         string
// param  kind       string     clv, churn, propensity, clusters
// param  at         datetime
// param  asOf       datetime
// param  currency   string?
// param  customers  integer
// param  card       string     parameters, quality and settings as JSON
// row    saved      integer
// needs  constraint model_run_id
// try    :param id => 'r1';
// try    :param kind => 'clv';
// try    :param at => datetime();
// try    :param asOf => datetime();
// try    :param currency => 'CNY';
// try    :param customers => 100;
// try    :param card => '{}';
MERGE (run:ModelRun {id: $id})
  ON CREATE SET run.kind = $kind, run.at = $at, run.asOf = $asOf, run.currency = $currency, run.customers = $customers, run.card = $card
RETURN count(run) AS saved;

// The latest runs of a kind of value model, newest first.
// mode   read
// param  kind       string
// param  limit      integer = 1
// row    id         string     unique
// row    at         datetime
// row    asOf       datetime
// row    currency   string?
// row    customers  integer
// row    card       string     parameters, quality and settings as JSON
// needs  index model_run_kind
// try    :param kind => 'clv';
// try    :param limit => 5;
MATCH (run:ModelRun {kind: $kind})
RETURN run.id AS id, run.at AS at, run.asOf AS asOf, run.currency AS currency, run.customers AS customers, run.card AS card
ORDER BY at DESC, id
LIMIT $limit;

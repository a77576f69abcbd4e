// RFM models with their settings and what their last run did; one of them or all.
// mode   read
// param  id            string? = null
// row    id            string          unique
// row    main          boolean         of a currency: its grades stand with the customers themselves
// row    name          string?
// row    nameZh        string?
// row    windowMonths  integer
// row    method        string          type7 or rpackage
// row    segmentSet    string          grid or rpackage
// row    weights       list<integer>   of recency, frequency and monetary
// row    currency      string
// row    store         string?
// row    category      string?
// row    since         datetime?       of the last run; null before the first
// row    asOf          datetime?
// row    scoredAt      datetime?
// row    scored        integer?        customers
// needs  constraint rfm_model_id
// try    :param id => null;
MATCH (model:RfmModel)
WHERE $id IS NULL OR model.id = $id
RETURN model.id AS id, model.main AS main, model.name AS name, model.nameZh AS nameZh, model.windowMonths AS windowMonths,
  model.method AS method, model.segmentSet AS segmentSet, model.weights AS weights, model.currency AS currency, model.store AS store,
  model.category AS category, model.since AS since, model.asOf AS asOf, model.scoredAt AS scoredAt, model.scored AS scored
ORDER BY main DESC, id;

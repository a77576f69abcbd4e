// What a run of RFM left, kept: how many customers each segment holds, and what they spent. No person is in it.
// mode   write
// param  id         string
// param  model      string         id of the model
// param  at         datetime       when the run began
// param  moment     datetime       from when its grades count
// param  asOf       datetime
// param  segments   list<string>   ids of the set
// param  card       string         settings and cuts as JSON
// row    customers  integer
// needs  constraint model_run_id
// needs  constraint rfm_model_id
// try    :param id => 'r1';
// try    :param model => 'main:CNY';
// try    :param at => datetime();
// try    :param moment => datetime();
// try    :param asOf => datetime();
// try    :param segments => ['rfm:champions'];
// try    :param card => '{}';
MATCH (model:RfmModel {id: $model})
CALL (model) {
  UNWIND $segments AS id
  CALL (model, id) {
    MATCH (:Segment {id: id})<-[:IN_SEGMENT]-(customer:Profiled {rfmCurrency: model.currency})
    WHERE model.main
    RETURN count(customer) AS customers, sum(customer.rfmSpendMinor) AS spend
    UNION ALL
    MATCH (model)<-[score:SCORED_BY {segment: id}]-(:Profiled)
    RETURN count(score) AS customers, sum(score.spendMinor) AS spend
  }
  WITH id, sum(customers) AS customers, sum(spend) AS spend
  RETURN collect(id) AS ids, collect(customers) AS counts, collect(spend) AS spends, sum(customers) AS customers
}
MERGE (run:ModelRun {id: $id})
SET run.kind = 'rfm', run.at = $at, run.moment = $moment, run.asOf = $asOf, run.currency = model.currency, run.customers = customers,
  run.card = $card, run.model = $model, run.groups = ids, run.counts = counts, run.spends = spends
SET model.scored = customers
RETURN customers;

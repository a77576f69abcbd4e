// What a run of an RFM model grades by: orders, refunds and late orders are graded by the same until the next run.
// Without cuts, the window alone: those of the run before stay until the customers in it are counted.
// mode   write
// param  id            string
// param  since         datetime        start of the window
// param  until         datetime?       its end, exclusive; null where later orders count, as bought on the day of the run
// param  asOf          datetime        what days are counted to
// param  recencyCuts   list<integer>?  fifths, from value/steps/rfm/cuts
// param  orderCuts     list<integer>?
// param  spendCuts     list<integer>?
// param  segments      list<string>?   segment of every triple of grades, at 25 (R - 1) + 5 (F - 1) + M - 1
// param  levels        list<integer>?  level of every triple
// param  at            datetime        when the run began
// row    saved         integer
// needs  constraint rfm_model_id
// try    :param id => 'none';
// try    :param since => datetime('2025-01-01');
// try    :param until => null;
// try    :param asOf => datetime('2026-01-01');
// try    :param recencyCuts => [];
// try    :param orderCuts => [];
// try    :param spendCuts => [];
// try    :param segments => [];
// try    :param levels => [];
// try    :param at => datetime();
MATCH (model:RfmModel {id: $id})
SET model += {since: $since, until: $until, asOf: $asOf}
FOREACH (_ IN CASE WHEN $recencyCuts IS NULL THEN [] ELSE [1] END |
  SET model += {recencyCuts: $recencyCuts, orderCuts: $orderCuts, spendCuts: $spendCuts, segments: $segments, levels: $levels, scoredAt: $at})
RETURN count(model) AS saved;

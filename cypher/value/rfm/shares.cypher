// What share of the customers each RFM segment held, run by run: how the mix changed over time.
// mode   read
// param  model       string? = null   id of a named model; null for the runs of the currencies themselves
// param  runs        integer = 24     the latest
// row    run         string
// row    at          datetime         from when its grades counted
// row    segment     string
// row    name        string?
// row    nameZh      string?
// row    customers   integer
// row    share       float            of all that the run graded, 0..1
// row    spendMinor  float            in the window, minor units
// row    currency    string
// needs  run rfm
// needs  index model_run_kind
// api    rfmShares
// titleZh 历次运行中各 RFM 分群的客户占比：结构如何变化。
// for    analyst marketer admin service
// try    :param model => null;
// try    :param runs => 12;
MATCH (run:ModelRun {kind: 'rfm'})
WHERE run.model = $model OR ($model IS NULL AND run.model STARTS WITH 'main:')
WITH run
ORDER BY run.moment DESC, run.at DESC
LIMIT $runs
UNWIND range(0, size(run.groups) - 1) AS place
OPTIONAL MATCH (segment:Segment {id: run.groups[place]})
WITH run, place, segment, CASE WHEN run.customers > 0 THEN toFloat(run.counts[place]) / run.customers ELSE 0.0 END AS share
ORDER BY run.moment, run.at, place
RETURN run.id AS run, run.moment AS at, run.groups[place] AS segment, segment.name AS name, segment.nameZh AS nameZh,
       run.counts[place] AS customers, share, toFloat(run.spends[place]) AS spendMinor, run.currency AS currency;

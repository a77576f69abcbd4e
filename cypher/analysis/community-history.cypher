// How one community went over the runs, newest first: its size whenever that changed, and what happened to it. Also answers for
// communities that are gone, as far as events tell.
// mode   read
// param  id       string
// param  limit    integer = 50
// row    run      string?
// row    at       datetime?
// row    size     integer?      members, where they changed
// row    ties     integer?
// row    density  float?        ties as a share of all pairs, 0..1
// row    event    string?       BORN, GONE, MERGED or SPLIT; none where only the size changed
// row    parts    integer?      communities merged, or made by a split
// needs  run analysis
// api    communityHistory
// titleZh 一个社群在历次运行中的变化，新的在前：规模与事件；已消失的社群也能查到。
// for    analyst marketer admin
// try    :param id => COLLECT { MATCH (c:Community) RETURN c.id ORDER BY c.size DESC LIMIT 1 }[0];
// try    :param limit => 50;
CALL () {
  MATCH (community:Community {id: $id})
  UNWIND range(0, size(coalesce(community.history, [])) / 3 - 1) AS at
  OPTIONAL MATCH (run:AnalysisRun {number: community.history[3 * at]})
  WITH run, community.history[3 * at + 1] AS size, community.history[3 * at + 2] AS ties
  RETURN run.id AS run, run.finishedAt AS at, size, ties, round(2.0 * ties / (size * (size - 1)), 4) AS density,
    NULL AS event, NULL AS parts
  UNION ALL
  MATCH (event:CommunityEvent)
  WHERE $id IN event.from OR $id IN event.into
  OPTIONAL MATCH (run:AnalysisRun {id: event.run})
  RETURN event.run AS run, coalesce(run.finishedAt, event.at) AS at, NULL AS size, NULL AS ties, NULL AS density,
    event.kind AS event, CASE event.kind WHEN 'MERGED' THEN size(event.from) WHEN 'SPLIT' THEN size(event.into) END AS parts
}
RETURN run, at, size, ties, density, event, parts
ORDER BY at DESC, size DESC, event, parts
LIMIT $limit;

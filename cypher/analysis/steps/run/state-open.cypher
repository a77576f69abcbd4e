// Notes that a run is under way: from now on, those whose ties or consent change are marked, since the run will not have seen it.
// mode   write
// param  now     datetime
// row    number  integer   of the run, counted from 1
// row    communityNumber  integer  given to no community yet
// needs  constraint analysis_state_id
// try    :param now => datetime();
MERGE (state:AnalysisState {id: 'analysis'})
SET state.running = true, state.startedAt = $now, state.tiesAtStart = coalesce(state.changedTies, 0),
  state.consentsAtStart = coalesce(state.changedConsents, 0)
RETURN coalesce(state.runs, 0) + 1 AS number, coalesce(state.communityNumber, 1) AS communityNumber;

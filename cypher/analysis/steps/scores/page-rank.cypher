// PageRank over closeness, made to sum to 1 (GDS's own does not).
// mode   read
// param  graph          string
// param  damping        float = 0.85
// param  maxIterations  integer = 50
// param  tolerance      float = 0.0000001
// row    millis         integer
// row    iterations     integer
// row    converged      boolean
// needs  gds
// try    :param graph => 'try';
// try    :param damping => 0.85;
// try    :param maxIterations => 50;
// try    :param tolerance => 0.0000001;
CALL gds.pageRank.mutate($graph, {
  relationshipTypes: ['KNOWS'],
  mutateProperty: 'pageRank',
  relationshipWeightProperty: 'closeness',
  dampingFactor: $damping,
  maxIterations: $maxIterations,
  tolerance: $tolerance,
  scaler: 'L1Norm'
})
YIELD computeMillis, ranIterations, didConverge
RETURN computeMillis AS millis, ranIterations AS iterations, didConverge AS converged;

/** Properties of a customer that an analysis run writes and plain reads show. */
export const SCORE_FIELDS = [
  'degree',
  'pageRank',
  'betweenness',
  'coreness',
  'triangles',
  'clustering',
  'component',
  'communityId',
  'influence',
] as const;

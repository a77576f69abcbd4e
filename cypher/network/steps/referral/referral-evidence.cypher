// What speaks for someone having brought a new customer: a referral, a tie begun, a following, a reaction to a post, of the time
// before the first order. Only people who bought before can have brought someone. Everyone consents to profiling.
// mode   read
// param  customer     string? = null          one customer; none takes the newest
// param  newcomers    integer = 1000          how many of the newest first orders
// param  window       integer = 90            days before the first order
// row    customerId   string
// row    firstOrder   datetime
// row    byId         string
// row    kind         string                  REFERRED, FAMILY_OF, …, FOLLOWS, LIKED, SHARED, COMMENTED_ON
// row    days         float                   before the first order; negative after it (a referral that was put down later)
// needs  index profiled_first_order
// try    :param customer => null;
// try    :param newcomers => 1000;
// try    :param window => 90;
CALL () {
  WITH * WHERE $customer IS NOT NULL
  MATCH (newcomer:Customer {id: $customer})
  WHERE newcomer:Profiled AND newcomer.firstOrderAt IS NOT NULL
  RETURN newcomer
  UNION ALL
  WITH * WHERE $customer IS NULL
  MATCH (newcomer:Profiled)
  WHERE newcomer.firstOrderAt IS NOT NULL
  RETURN newcomer
  ORDER BY newcomer.firstOrderAt DESC
  LIMIT $newcomers
}
WITH newcomer, newcomer.firstOrderAt AS firstOrder, newcomer.firstOrderAt - duration({days: $window}) AS opened
CALL (newcomer, firstOrder, opened) {
  MATCH (newcomer)<-[tie:REFERRED]-(by:Profiled)
  RETURN by, 'REFERRED' AS kind, tie.at AS at
  UNION
  MATCH (newcomer)-[tie:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH]-(by:Profiled)
  WHERE opened <= tie.since <= firstOrder
  RETURN by, type(tie) AS kind, tie.since AS at
  UNION
  MATCH (newcomer)-[tie:FOLLOWS]->(by:Profiled)
  WHERE opened <= tie.since <= firstOrder
  RETURN by, 'FOLLOWS' AS kind, tie.since AS at
  UNION
  MATCH (newcomer)-[reaction:LIKED|SHARED|COMMENTED_ON]->(:Post)<-[:POSTED]-(by:Profiled)
  WHERE opened <= reaction.at <= firstOrder
  RETURN by, type(reaction) AS kind, reaction.at AS at
}
WITH newcomer, firstOrder, by, kind, at
WHERE by <> newcomer AND (kind = 'REFERRED' OR by.firstOrderAt < firstOrder)
RETURN newcomer.id AS customerId, firstOrder, by.id AS byId, kind,
  coalesce(duration.inSeconds(at, firstOrder).seconds / 86400.0, 0.0) AS days
ORDER BY firstOrder DESC, customerId, byId, kind, days;

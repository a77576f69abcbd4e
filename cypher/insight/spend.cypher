// What customers spent in all, by currency; refunded orders left out. Reads every order.
// mode   read
// param  scope       map? = null  whose orders count; null for all
// row    currency    string       unique
// row    orders      integer
// row    spendMinor  integer      in minor units
// api    spend
// titleZh 客户消费总额，按币种；不含已退款订单。会读取全部订单。
// for    analyst marketer admin service
// try    :param scope => null;
MATCH (placed:Order)
WHERE placed.refundedAt IS NULL AND placed.currency IS NOT NULL AND ($scope IS NULL OR EXISTS {
  MATCH (customer:Customer)-[:PLACED]->(placed)
  WHERE ($scope.regions IS NULL OR coalesce(customer.region IN $scope.regions, false))
    AND ($scope.cities IS NULL OR coalesce(customer.city IN $scope.cities, false))
    AND ($scope.stores IS NULL OR EXISTS { MATCH (customer)-[:PLACED]->(:Order)-[:AT_STORE]->(store:Store) WHERE store.id IN $scope.stores })
    AND ($scope.consent IS NULL OR EXISTS {
      MATCH (customer)-[given:CONSENTS_TO]->(purpose:Purpose)
      WHERE purpose.id = $scope.consent AND (given.until IS NULL OR given.until > datetime())
    })
})
RETURN placed.currency AS currency, count(placed) AS orders, sum(placed.amountMinor) AS spendMinor
ORDER BY spendMinor DESC, currency;

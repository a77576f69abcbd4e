// Which of these accounts belong together: one referred the other, or they share a payment account, a device or an address.
// mode   read
// param  customerIds  list<string>
// row    a            string
// row    b            string
// needs  constraint customer_id
// try    :param customerIds => ['C0000001', 'C0000002'];
MATCH (account:Customer:Profiled)
WHERE account.id IN $customerIds
WITH collect(account) AS accounts
UNWIND accounts AS account
CALL (account) {
  MATCH (account)-[:REFERRED]->(other:Profiled)
  RETURN other.id AS via
  UNION
  MATCH (account)-[:HAS_IDENTITY]->(identity:Identity)
  WHERE identity.kind IN ['PAYMENT', 'DEVICE', 'ADDRESS']
  RETURN 'identity ' + identity.key AS via
}
RETURN account.id AS a, via AS b
ORDER BY a, b;

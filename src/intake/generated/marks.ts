/**
 * What the rules of segments look at carries the label `Changed` from the change on until the next refresh of segments
 * (docs/decisions/network/041-segments-refresh.md).
 */
const OWN = ['DID', 'POSTED', 'GAVE', 'INTERESTED_IN', 'WORKS_AT'];
/** Seen through others: a rule may ask for the category of what was bought, or for the industry of a company. */
const SHARED = ['Product', 'Company'];

/** Marks a customer when what hangs on them by a relationship of that type changes. */
export function marksOf(type: string, variable: string): string[] {
  return OWN.includes(type) ? [`${variable}:Changed`] : [];
}

/** Marks a node of a label that customers are seen through. */
export function marksOfNode(label: string, variable: string): string[] {
  return SHARED.includes(label) ? [`${variable}:Changed`] : [];
}

/**
 * What a statement that ties orders to goods ends with: it marks who placed them, in the order of ids, so that no two
 * wait for each other.
 */
export function endOf(type: string, order: string): string[] {
  if (type !== 'CONTAINS') return ['RETURN count(*) AS written'];
  return [
    `WITH collect(DISTINCT ${order}) AS orders, count(*) AS written`,
    'CALL (orders) {',
    '  UNWIND orders AS changed',
    '  MATCH (changed)<-[:PLACED]-(buyer:Customer)',
    '  WITH DISTINCT buyer ORDER BY buyer.id',
    '  SET buyer:Changed',
    '}',
    'RETURN written',
  ];
}

const COLLECTED =
  /^( *)WITH collect\(\{node: (\w+)(?:, relationship: (\w+))?\}\) AS edges(?:, count\(\w+\) AS totalCount)?$/;
const PAGE_OF_ALL = /^ *CALL \(edges\) \{$/;

/**
 * Generated Cypher with the page of each connection taken from the rows as they come. As @neo4j/graphql writes it, all
 * of them are collected in one list, whose page is taken row by row; the database counts the list once for each row
 * that it keeps, which is more than it may take for a few thousand. What is written otherwise stays as it is.
 */
export function pageFirst(cypher: string): string {
  if (!cypher.includes(' AS edges')) return cypher;
  let lines = cypher.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const found = COLLECTED.exec(lines[at]!);
    if (found && PAGE_OF_ALL.test(lines[at + 1] ?? '')) lines = withPageAt(lines, at, found);
  }
  return lines.join('\n');
}

/**
 * What matched, collected at a line, as rows: the subquery over the list becomes part of the query around it, and the
 * count, where one is asked for, a query of its own over what matched.
 */
function withPageAt(
  lines: readonly string[],
  at: number,
  [, indent, node, tie]: readonly (string | undefined)[],
): string[] {
  const outside = (line: string) => (line !== '' && !line.startsWith(indent!)) || line.startsWith('CYPHER ');
  const begin = lines.slice(0, at).findLastIndex(outside) + 1;
  const end = lines.indexOf(`${indent}}`, at);
  const [collected, , unwound, , ...body] = lines.slice(at, end);
  const answer = lines[end + 1] ?? '';
  const known = unwound?.includes('UNWIND edges AS edge') && answer.startsWith(`${indent}RETURN {edges: `);
  if (!known || collected!.includes('totalCount') !== answer.includes('totalCount: totalCount')) return [...lines];
  const matched = lines.slice(begin, at);
  const page = body.map((line) => (line.startsWith(`${indent}  RETURN `) ? line.replace('RETURN', 'WITH') : line));
  const count = `COUNT { ${matched.join('\n')} RETURN ${node} }`;
  return [
    ...lines.slice(0, at),
    `${indent}WITH ${[node, tie].filter(Boolean).join(', ')}`,
    ...page,
    answer.replace('totalCount: totalCount', `totalCount: ${count}`),
    ...lines.slice(end + 2),
  ];
}

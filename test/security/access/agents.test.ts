import { operationsOf } from '../../../src/api/gate/operations.js';
import { callTool, toolsFor } from '../../../src/api/mcp/tools.js';
import { type Graph, openGraph } from '../../../src/graph/graph.js';
import { ROLES, type Role } from '../../../src/kernel/role.js';
import { LIBRARY } from '../../api/api-server.js';
import { testDatabase } from '../../setup/database.js';
import { servicesWith } from '../../setup/world.js';

/** The cells of the matrix of roles and operations that agents come by. */

let graph: Graph;
beforeAll(() => {
  graph = openGraph(testDatabase(), 600_000, LIBRARY);
});
afterAll(() => graph.close());

test('each tool of agents is listed for and answers the roles of its operation', async () => {
  const of = (role: Role) => servicesWith(graph, { role });
  const names = [...new Set(ROLES.flatMap((role) => toolsFor(of(role)).map(({ name }) => name)))];
  const declared = operationsOf(LIBRARY);
  const operation = (name: string) =>
    declared.get(name) ?? declared.get(name.replace('picture_', 'picture ').replaceAll('_', '-'))!;
  expect(names.length).toBeGreaterThan(60);
  for (const role of ROLES) {
    const expected = names.filter((name) => operation(name).roles.includes(role));
    expect(
      toolsFor(of(role))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(expected.sort());
    const letIn: string[] = [];
    for (const name of names) {
      const { content } = await callTool(of(role), name, { nothing: 'of the kind' }); // who is let in is told what it takes
      if (!JSON.stringify(content).includes('FORBIDDEN')) letIn.push(name);
    }
    expect([role, letIn.sort()]).toEqual([role, expected]);
  }
});

import { randomBytes } from 'node:crypto';
import type { Graph } from '../../src/graph/graph.js';
import { seededRandom } from '../../src/kernel/random.js';
import type { Role } from '../../src/kernel/role.js';
import type { Services } from '../../src/security/services.js';
import { NOW, servicesWith } from '../setup/world.js';

export { emptyGraph, NOW, run, vault } from '../setup/world.js';

/** Services whose draws are always the same, with ids that never meet those of another test. */
export function servicesAt(graph: Graph, now = NOW, role: Role = 'admin'): Services {
  const random = { ...seededRandom(1), id: () => `r-${randomBytes(6).toString('hex')}` };
  return servicesWith(graph, { now, viewer: { id: `test-${role}`, role }, random });
}

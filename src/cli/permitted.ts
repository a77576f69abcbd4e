import { operationNamed, operationsOf } from '../api/gate/operations.js';
import { loadLibrary } from '../graph/library/library.js';
import { type Declared, operator, requireAllowed } from '../security/index.js';
import type { Command } from './command.js';

/**
 * The doors that ask for no role: the command shows nothing of people, or asks itself for the statement it is given.
 */
export const OPEN_DOORS: readonly (string | null | undefined)[] = [null, 'by statement'];

/** What has no operation of the API is the product's own, for admin. */
const OWN: Declared = { name: 'guanxi', roles: ['admin'], limited: false };

/**
 * Throws FORBIDDEN unless the operation that a command is a door to is for the command line's viewer. A command without
 * door is for admin.
 */
export function requireDoor(door: Command['door']): void {
  if (OPEN_DOORS.includes(door)) return;
  requireAllowed(operator(), door ? operationNamed(operationsOf(loadLibrary()), door, 'a command') : OWN);
}

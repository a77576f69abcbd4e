import { operator, requireOperation, requireRole } from '../security/index.js';
import type { Command } from './command.js';

/**
 * The doors that ask for no role: the command shows nothing of people, or asks itself for the statement it is given.
 */
export const OPEN_DOORS: readonly (string | null | undefined)[] = [null, 'by statement'];

/**
 * Throws FORBIDDEN unless the policy lets the command line's viewer run a command with this door, so that who narrows
 * `commandLine` in the policy narrows the commands too. A command without door is for admin.
 */
export function requireDoor(door: Command['door']): void {
  if (OPEN_DOORS.includes(door)) return;
  if (door) requireOperation(operator(), door);
  else requireRole(operator(), 'admin');
}

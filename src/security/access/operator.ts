import type { Viewer } from '../../kernel/services.js';
import { currentPolicy } from '../policy/index.js';
import { admitted } from './admit.js';

/**
 * Who the command line is: the operator of the machine, in the role and for the purpose that the policy's `commandLine`
 * says, named `command-line` in the audit.
 */
export function operator(): Viewer {
  return admitted({ id: 'command-line', ...currentPolicy().policy.commandLine });
}

/**
 * Who opens names and addresses for messages that leave, in the role that the policy's `sending` says; `dispatch` in
 * the audit.
 */
export function sender(): Viewer {
  return { id: 'dispatch', ...currentPolicy().policy.sending };
}

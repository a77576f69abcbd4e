import { readFileSync } from 'node:fs';
import { policyGaps } from '../../../api/gate/policy-gaps.js';
import { loadLibrary } from '../../../graph/library/library.js';
import { currentPolicy, policyDiff, readPolicy, SHIPPED, shownPath } from '../../../security/index.js';
import { command } from '../../command.js';
import { argument } from '../../options.js';

const policyIn = (file?: string) => (file === undefined ? currentPolicy() : readPolicy(file));

/** `guanxi policy`: who may see and do what. */
export const POLICY = [
  command({
    name: 'policy show',
    about: 'print the policy in force, as its file says it',
    example: 'policy show',
    door: null,
    formats: [],
    run: ({ err }) => {
      const { path, hash } = currentPolicy();
      err(`${shownPath(path)}, hash ${hash}`);
      return { said: readFileSync(path, 'utf8').trimEnd() };
    },
  }),
  command<{ file?: string }>({
    name: 'policy check',
    about: 'check a policy file, and tell what it says in vain, since it only narrows; the one in force by default',
    example: 'policy check src/security/policy/policy.yaml',
    door: null,
    args: [argument('[file]')],
    formats: [],
    run: (_, { file }) => {
      const { policy, path, hash } = policyIn(file);
      return { said: [...policyGaps(policy, loadLibrary()), `${shownPath(path)} is right, hash ${hash}`] };
    },
  }),
  command<{ file?: string }>({
    name: 'policy diff',
    about: 'compare a policy file with the one that comes with the product',
    example: 'policy diff src/security/policy/policy.yaml',
    door: null,
    args: [argument('[file]')],
    run: (_, { file }) => {
      const rows = policyDiff(readPolicy(SHIPPED).policy, policyIn(file).policy);
      return { rows, instead: rows.length === 0 ? 'nothing is changed' : undefined };
    },
  }),
];

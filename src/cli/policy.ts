import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { policyGaps } from '../api/gate/policy-gaps.js';
import { loadLibrary } from '../graph/library/library.js';
import { currentPolicy, policyDiff, readPolicy, SHIPPED, shownPath } from '../security/index.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { type Format, formatRows } from './table.js';

/** `guanxi policy`: who may see and do what. */
export function register(program: Command, context: CliContext): void {
  const group = program.command('policy').description('who may see and do what: show, check, diff');
  group
    .command('show')
    .description('the policy in force, as its file says it')
    .action(() => show(context));
  group
    .command('check [file]')
    .description(
      'read a policy file, and tell what it says in vain, since it only narrows; the one in force when none is named',
    )
    .action((file?: string) => check(context, file));
  group
    .command('diff [file]')
    .description('what a policy file changes against the one that comes with the product')
    .addOption(rowsFormat())
    .action((file: string | undefined, { format }: { format: Format }) => diff(context, file, format));
}

function show({ out, err }: CliContext): void {
  const { path, hash } = currentPolicy();
  err(`${shownPath(path)}, hash ${hash}`);
  out(readFileSync(path, 'utf8').trimEnd());
}

function check({ out }: CliContext, file?: string): void {
  const read = file === undefined ? currentPolicy() : readPolicy(file);
  for (const gap of policyGaps(read.policy, loadLibrary())) out(gap);
  out(`${shownPath(read.path)} is right, hash ${read.hash}`);
}

function diff({ out }: CliContext, file: string | undefined, format: Format): void {
  const { policy } = file === undefined ? currentPolicy() : readPolicy(file);
  const changes = policyDiff(readPolicy(SHIPPED).policy, policy);
  out(
    changes.length === 0 && format === 'table'
      ? 'nothing is changed'
      : formatRows(
          changes.map((c) => ({ ...c })),
          format,
        ),
  );
}

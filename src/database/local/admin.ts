import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../../kernel/error.js';
import type { Line } from '../line.js';
import type { Env } from '../running.js';
import type { Jars } from './artifacts.js';
import { type CommandResult, lastLine, runCommand } from './commands.js';
import type { ServerHome } from './home.js';
import { adminArguments, serverEnvironment } from './java.js';

/** A home, the jars to run its tools with, and the environment they find. */
export interface Tools {
  readonly home: ServerHome;
  readonly jars: Jars;
  readonly line: Line;
  /** The command that runs Java. */
  readonly java: string;
  readonly env: Env;
}

/** Sets the password of a store that does not exist yet. It travels in a file, since every user sees arguments. */
export async function setInitialPassword(tools: Tools, password: string): Promise<void> {
  await withArgumentFile(['dbms', 'set-initial-password', password], async (file) => {
    const result = await admin(tools, [`@${file}`]);
    if (result.code !== 0) throw toolFailure('setting the first password', result);
  });
}

/** Runs Neo4j's own tool on a stopped server, with its standard input or output in files where given. */
export function admin(
  { home, jars, env, java }: Tools,
  args: readonly string[],
  options: { readonly heapMb?: number; readonly input?: string; readonly output?: string } = {},
): Promise<CommandResult> {
  const { heapMb, ...files } = options;
  return runCommand(java, [...adminArguments(jars, heapMb), ...args], {
    env: serverEnvironment(env, home),
    ...files,
  });
}

/** What a tool's failure means: its last line, and nothing of its stack. */
export function toolFailure(what: string, result: CommandResult): AppError {
  const printed = (result.err + result.out)
    .split('\n')
    .filter((line) => !/^\s+at |^\s*$/.test(line))
    .join('\n');
  return new AppError(
    'SETUP',
    `${what} did not work: ${lastLine(printed) || 'the tool said nothing'}`,
    'see that no server runs on this folder (`guanxi db status`) and that the disk has room',
  );
}

/** Gives the tool its arguments in a file of this user: nobody sees them, and there may be any number. */
export async function withArgumentFile<T>(args: readonly string[], work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-'));
  try {
    const file = join(folder, 'arguments');
    writeFileSync(file, args.map(quoted).join('\n'), { mode: 0o600 });
    return await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function quoted(argument: string): string {
  return `"${argument.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

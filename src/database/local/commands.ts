import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Env } from '../running.js';

export interface CommandResult {
  /** Exit code; null when it was ended for taking too long or could not be run at all. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** There is no such command. */
  readonly missing: boolean;
  readonly late: boolean;
}

export interface CommandOptions {
  readonly env?: Env;
  readonly cwd?: string;
  readonly timeoutMs?: number;
  /** File to read standard input from. */
  readonly input?: string;
  /** File, made or emptied for this user only, that takes standard output. */
  readonly output?: string;
}

/** Runs a command to its end and keeps what it printed. Never throws: a command that is missing is a result too. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const files = openFiles(options);
    const child = spawn(command, args, {
      env: withoutSecrets(options.env ?? process.env),
      stdio: [files.input ?? 'ignore', files.output ?? 'pipe', 'pipe'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let out = '';
    let err = '';
    let late = false;
    const limit = options.timeoutMs === undefined ? undefined : setTimeout(tooLate, options.timeoutMs);
    function tooLate() {
      late = true;
      child.kill('SIGKILL');
    }
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
    let over = false;
    const end = (code: number | null, missing: boolean) => {
      if (over) return;
      over = true;
      clearTimeout(limit);
      for (const file of [files.input, files.output]) if (file !== undefined) closeSync(file);
      resolve({ code, out, err, missing, late });
    };
    child.once('error', (error: NodeJS.ErrnoException) => end(null, error.code === 'ENOENT'));
    child.once('close', (code) => end(code, false));
  });
}

function openFiles({ input, output }: CommandOptions): { input?: number; output?: number } {
  return {
    ...(input === undefined ? {} : { input: openSync(input, 'r') }),
    ...(output === undefined ? {} : { output: openSync(output, 'w', 0o600) }),
  };
}

const SECRETS = ['GUANXI_KEY', 'GUANXI_KEY_OLD', 'JWT_SECRET', 'NEO4J_PASSWORD'];

/** The environment for programs of others: they need proxies and paths, not the product's secrets. */
export function withoutSecrets(env: Env): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !SECRETS.includes(name)));
}

/** The last line that says something, without the colours of a terminal; at most 300 characters. */
export function lastLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  const lines = text.replace(/\u001b\[[0-9;]*m/g, '').split('\n');
  return (
    lines
      .map((line) => line.trim())
      .filter(Boolean)
      .at(-1) ?? ''
  ).slice(0, 300);
}

/** Maven's first line of error, which names the cause; its last ones only point to help pages. */
export function mavenFailure(printed: string): string {
  const line = printed.split('\n').find((text) => /\[(?:.\[[0-9;]*m)*ERROR/.test(text)) ?? '';
  return lastLine(line)
    .replace(/^\[ERROR\]\s*/, '')
    .replace(/\s*->\s*\[Help.*$/, '');
}

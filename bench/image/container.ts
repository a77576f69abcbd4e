import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { AppError } from '../../src/kernel/error.js';
import type { Buildah } from './buildah.js';

/** What an image says of itself. */
export interface ImageConfig {
  readonly User: string;
  readonly Cmd: readonly string[];
  readonly Volumes: Readonly<Record<string, object>>;
  readonly Healthcheck?: { readonly Test: readonly string[] };
}

/** A container of the image, in which commands run as its user, with its settings and the network of this machine. */
export class Container {
  private constructor(
    private readonly buildah: Buildah,
    private readonly name: string,
  ) {}

  static from(buildah: Buildah, image: string): Container {
    return new Container(buildah, buildah.run('from', '--pull-never', image));
  }

  config(): ImageConfig {
    return JSON.parse(this.buildah.run('inspect', this.name)).Docker.config;
  }

  /** The folder that is its root. */
  root(): string {
    return this.buildah.run('mount', this.name);
  }

  run(...words: readonly string[]): string {
    return this.buildah.run('run', '--isolation=chroot', this.name, '--', ...words);
  }

  remove(): void {
    this.buildah.run('rm', this.name);
  }

  /** Starts a command of it, whose output goes to `said`. */
  start(words: readonly string[], env: Readonly<Record<string, string>>, said: (text: string) => void): ChildProcess {
    const given = Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]);
    const child = spawn(
      'buildah',
      [...this.buildah.words, 'run', '--isolation=chroot', ...given, this.name, '--', ...words],
      { env: this.buildah.env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => said(data.toString()));
    return child;
  }
}

/** The process of the container's own command: the last of the line that begins with `pid`. Throws SETUP. */
export function innermost(pid: number, program: string): number {
  const below = descendants(pid);
  const found = below.findLast((one) => programOf(one).endsWith(`/${program}`));
  if (found !== undefined) return found;
  throw new AppError('SETUP', `no ${program} runs in the container`, 'read what it said above');
}

function descendants(pid: number): number[] {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return children.flatMap((child) => [Number(child), ...descendants(Number(child))]);
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0; // it has ended meanwhile
  }
}

function programOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return '';
  }
}

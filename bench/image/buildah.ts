import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../src/kernel/error.js';

const HOURS = 3_600_000;

/** Buildah with images and containers of its own, in one folder, so that nothing of the machine's is touched. */
export interface Buildah {
  /** Words of a command that hold for every call. */
  readonly words: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Runs a command and returns what it printed. Throws SETUP with the end of what it complained of. */
  run(...words: readonly string[]): string;
}

/** Makes it in the folder, which is emptied first unless it is kept. Throws SETUP where there is no buildah. */
export function buildahIn(folder: string, keep: boolean): Buildah {
  if (!keep) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const registries = join(folder, 'registries.conf');
  writeFileSync(registries, 'unqualified-search-registries = ["docker.io"]\n');
  const env = { ...process.env, CONTAINERS_REGISTRIES_CONF: registries, BUILDAH_ISOLATION: 'chroot' };
  const driver = process.env.STORAGE_DRIVER ?? 'vfs'; // the one that works without mounts of its own
  const storage = ['--root', join(folder, 'root'), '--runroot', join(folder, 'run'), '--storage-driver', driver];
  const run = (...words: readonly string[]) => ran('buildah', [...storage, ...words], env);
  run('images');
  return { words: storage, env, run };
}

/** Runs a program and returns what it printed, without the last end of line. Throws SETUP when it fails. */
export function ran(program: string, words: readonly string[], env = process.env): string {
  try {
    const options = { env, encoding: 'utf8', timeout: HOURS, maxBuffer: 64 << 20, stdio: 'pipe' } as const;
    return execFileSync(program, words, options).trimEnd();
  } catch (error) {
    const { code, stderr = '' } = error as NodeJS.ErrnoException & { stderr?: string };
    const missing = code === 'ENOENT';
    throw new AppError(
      'SETUP',
      missing ? `${program} was not found` : `${program} failed: ${stderr.slice(-800)}`,
      missing ? 'on Debian: apt-get install buildah debootstrap' : 'run it by hand and read all that it says',
    );
  }
}

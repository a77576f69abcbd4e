import { copyFileSync, cpSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Buildah, ran } from './buildah.js';

const SUITE = 'bookworm';
/** What Node's own build wants of the system. */
const PACKAGES = 'ca-certificates,libstdc++6,libatomic1';

/**
 * Has the image that the Dockerfile begins with: from a registry, or where none answers made of Debian's packages with
 * the Node that runs here, under the same name. Returns which of the two it was.
 */
export function haveBase(buildah: Buildah, name: string, folder: string): string {
  try {
    buildah.run('pull', '--quiet', `docker.io/library/${name}`);
    return 'from its registry';
  } catch {
    makeBase(buildah, name, folder);
    return `made by debootstrap (${SUITE}) with Node ${process.versions.node}, for no registry of images answers`;
  }
}

/** The folder keeps what debootstrap made, for the next time. */
function makeBase(buildah: Buildah, name: string, folder: string): void {
  if (!existsSync(join(folder, 'etc', 'debian_version'))) {
    const making = `${folder}.making`;
    rmSync(making, { recursive: true, force: true });
    ran('debootstrap', ['--variant=minbase', `--include=${PACKAGES}`, SUITE, making]);
    ran('mv', [making, folder]);
  }
  const container = buildah.run('from', 'scratch');
  const root = buildah.run('mount', container);
  ran('cp', ['-a', `${folder}/.`, root]);
  addNode(root);
  ran('chroot', [root, 'useradd', '--uid', '1000', '--create-home', 'node']);
  buildah.run('umount', container);
  const path = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  buildah.run('config', '--env', path, '--cmd', '["node"]', container);
  buildah.run('commit', '--quiet', '--rm', container, `docker.io/library/${name}`);
}

/** Node and npm as they run here, where the image has them. */
function addNode(root: string): void {
  const modules = join(root, 'usr', 'local', 'lib', 'node_modules');
  copyFileSync(process.execPath, join(root, 'usr', 'local', 'bin', 'node'));
  cpSync(join(ran('npm', ['root', '--global']), 'npm'), join(modules, 'npm'), { recursive: true });
  for (const command of ['npm', 'npx'])
    symlinkSync(
      join('..', 'lib', 'node_modules', 'npm', 'bin', `${command}-cli.js`),
      join(root, 'usr', 'local', 'bin', command),
    );
}

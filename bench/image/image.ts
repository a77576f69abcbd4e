import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { CliContext } from '../../src/cli/context.js';
import type { RunningDatabase } from '../../src/database/running.js';
import { checked } from '../../src/kernel/checked.js';
import { AppError } from '../../src/kernel/error.js';
import { packageRoot } from '../../src/kernel/root.js';
import { withBenchDatabase } from '../database.js';
import { haveBase } from './base.js';
import { type Buildah, buildahIn, ran } from './buildah.js';
import { Container, innermost } from './container.js';

const bounds = z.object({ keep: z.boolean().default(false) });

const IMAGE = 'localhost/guanxi:check';
/** What an engine waits after SIGTERM where the compose file says nothing else. */
const GRACE_MS = 10_000;
const HEALTHY_MS = 120_000;
/** Where every image lets its user write; the compose file makes all but /data and /tmp read-only. */
const ANYBODYS = /^\/(data|tmp|proc|dev|sys|run\/lock|var\/tmp|home\/node)(\/|$)/;

/**
 * `npm run bench -- image`: builds the image by buildah, without an engine and without privileges of its own, runs its
 * command as its user against a local database, asks its health check and its API, and ends it by SIGTERM. Needs root,
 * Linux, buildah and debootstrap. `--keep` takes the image that the last call built.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const { keep } = checked(bounds, parseArgs({ args, options: { keep: { type: 'boolean' } } }).values, 'bench image');
  const folder = join(context.config.GUANXI_HOME, 'image');
  const buildah = buildahIn(join(folder, 'storage'), keep);
  if (!keep) build(buildah, folder, context);
  const container = Container.from(buildah, IMAGE);
  try {
    inspect(container, context);
    await withBenchDatabase(context, (_services, database) => serveFrom(container, database, context));
  } finally {
    container.remove();
  }
}

/** The registry's settings and certificates of this machine go in as secrets, which stay in no layer. */
function build(buildah: Buildah, folder: string, { out }: CliContext): void {
  const [, base] = /^FROM (\S+)/m.exec(readFileSync(join(packageRoot, 'Dockerfile'), 'utf8'))!;
  out(`base ${base}: ${haveBase(buildah, base!, join(folder, 'base'))}`);
  const began = performance.now();
  const files = { npmrc: join(homedir(), '.npmrc'), ca: process.env.NODE_EXTRA_CA_CERTS ?? '' };
  const secrets = Object.entries(files).flatMap(([id, src]) =>
    existsSync(src) ? ['--secret', `id=${id},src=${src}`] : [],
  );
  buildah.run('bud', '--isolation=chroot', '--pull-never', '--format=docker', ...secrets, '--tag', IMAGE, packageRoot);
  out(`built by buildah bud --isolation=chroot in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

function inspect(container: Container, { out }: CliContext): void {
  const root = container.root();
  const { User, Volumes } = container.config();
  out(`user ${User}, volume ${Object.keys(Volumes).join(', ')}, ${ran('du', ['-sm', root]).split('\t')[0]} MB`);
  const left = ['root/.npmrc', 'run/secrets/ca', 'app/.env', 'app/.guanxi'].filter((f) => existsSync(join(root, f)));
  check(left.length === 0, `of the build are left: ${left.join(', ')}`);
  const identity = container.run('id', '--user');
  check(identity !== '0', 'it runs as root');
  const places = container.run('sh', '-c', 'find / -xdev -writable ! -type l 2>/dev/null || true').split('\n');
  const wrong = places.filter((place) => !ANYBODYS.test(place));
  check(wrong.length === 0, `its user may write ${wrong.slice(0, 5).join(', ')}`);
  out(`runs as user ${identity}, which may write /data and the folders that are everybody's`);
}

async function serveFrom(container: Container, database: RunningDatabase, context: CliContext): Promise<void> {
  const { Cmd, Healthcheck } = container.config();
  const [port, secret] = [await freePort(), randomBytes(32).toString('base64url')];
  const started = Date.now() / 1000;
  let said = '';
  const env = {
    ...{ NEO4J_URI: database.uri, NEO4J_USER: database.user, NEO4J_PASSWORD: database.password },
    ...{ PORT: String(port), JWT_SECRET: secret, GUANXI_KEY: randomBytes(32).toString('base64') },
  };
  const child = container.start(Cmd, env, (text) => (said += text));
  const ended = once(child, 'exit');
  try {
    const [, program, ...words] = Healthcheck!.Test;
    const asked = [`PORT=${port}`, program!, ...words];
    await untilHealthy(
      () => container.run('env', ...asked),
      () => child.exitCode !== null,
      () => said,
    );
    context.out('its health check answers');
    await useIt(`http://127.0.0.1:${port}`, secret, context);
    const began = performance.now();
    process.kill(innermost(child.pid!, 'node'), 'SIGTERM');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, GRACE_MS).unref())]);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    check(
      child.exitCode === 0,
      `after SIGTERM it ended with ${child.exitCode} within ${seconds} s: ${said.slice(-400)}`,
    );
    context.out(`SIGTERM ended it in ${seconds} s, exit code 0`);
    wroteNothingElse(container, started, context);
  } finally {
    if (child.exitCode === null) child.kill('SIGKILL');
  }
}

/** The volume /data is not in the root that is looked at; names of hosts are written by buildah itself. */
function wroteNothingElse(container: Container, since: number, { out }: CliContext): void {
  const root = container.root();
  const found = ran('find', [root, '-xdev', '-type', 'f', '-newermt', `@${since}`])
    .split('\n')
    .filter(Boolean);
  const wrong = found
    .map((file) => file.slice(root.length))
    .filter((file) => !/^\/(data|tmp|etc\/hosts|run)\b/.test(file));
  check(wrong.length === 0, `it wrote ${wrong.slice(0, 5).join(', ')}`);
  out('it wrote nothing outside /data and /tmp');
}

async function untilHealthy(ask: () => void, over: () => boolean, said: () => string): Promise<void> {
  for (const began = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    check(!over() && Date.now() - began < HEALTHY_MS, `it does not come up: ${said().slice(-800)}`);
    try {
      return ask();
    } catch {
      // not yet
    }
  }
}

/** A question by GraphQL, a page, and a text that agents read: what lies in different folders of the image. */
async function useIt(url: string, secret: string, { out }: CliContext): Promise<void> {
  const signed = new SignJWT({ role: 'analyst' }).setProtectedHeader({ alg: 'HS256' }).setSubject('image-check');
  const token = await signed.setIssuedAt().setExpirationTime('1h').sign(Buffer.from(secret));
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const posted = async (path: string, body: object, accept: string) => {
    const asked = { method: 'POST', headers: { ...headers, accept }, body: JSON.stringify(body) };
    return (await fetch(url + path, asked)).text();
  };
  const answer = await posted('/graphql', { query: '{ headline { customers } }' }, 'application/json');
  check(/"customers":0/.test(answer), `GraphQL answered ${answer.slice(0, 200)}`);
  const read = { jsonrpc: '2.0', id: 1, method: 'resources/read' };
  for (const uri of ['guanxi://schema', 'guanxi://questions', 'guanxi://scores']) {
    const text = await posted('/mcp', { ...read, params: { uri } }, 'application/json, text/event-stream');
    check(/"contents":\[/.test(text), `${uri}: ${text.slice(0, 200)}`);
  }
  const page = await fetch(url);
  check(page.ok && /<html/.test(await page.text()), `the desk answered ${page.status}`);
  out('it serves GraphQL, MCP and the desk');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new AppError('SETUP', otherwise, 'mend the Dockerfile, or what it copies');
}

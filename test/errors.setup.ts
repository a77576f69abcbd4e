import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.js';
import { OLDEST } from '../src/database/line.js';
import { jarsIn } from '../src/database/local/artifacts.js';
import { ERROR_KINDS } from '../src/kernel/error.js';
import { packageRoot } from '../src/kernel/root.js';
import { findOnPath } from './setup/path.js';

/** Where the faults keep their files; the test removes it. */
export const folder = mkdtempSync(join(tmpdir(), 'guanxi-faults-'));
const bare = { NEO4J_URI: undefined, NEO4J_PASSWORD: undefined, GUANXI_DB: 'local', GUANXI_HOME: join(folder, 'home') };

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** A PATH with nothing on it but the named programs. */
const pathWith = (...programs: string[]): string => {
  const only = mkdtempSync(join(folder, 'path-'));
  for (const program of programs) symlinkSync(findOnPath(program), join(only, program));
  return only;
};

/** A home whose local server has everything but GDS. */
const homeWithoutGds = (): string => {
  const home = join(folder, 'no-gds');
  const [from, to] = [jarsIn(readConfig({}).GUANXI_HOME, OLDEST), jarsIn(home, OLDEST)];
  const isGds = (jar: string) => jar.endsWith(`-${gdsVersion()}.jar`);
  for (const [source, target] of [
    [from.lib, to.lib],
    [from.plugins, to.plugins],
  ] as const) {
    mkdirSync(target, { recursive: true });
    const jars = readdirSync(source).filter((name) => name.endsWith('.jar') && !isGds(name));
    for (const jar of jars) symlinkSync(realpathSync(join(source, jar)), join(target, jar));
  }
  return home;
};

const gdsVersion = () =>
  /<gds>([^<]+)</.exec(readFileSync(join(packageRoot, 'src/database/local/pom.xml'), 'utf8'))![1]!;

/** A fault of start-up or use, with what the command must say of it. */
export interface Fault {
  readonly what: string;
  readonly args: () => string[];
  readonly env?: () => Record<string, string | undefined>;
  readonly says: RegExp;
  readonly fix: RegExp;
  readonly exit: number;
  readonly before?: string;
  readonly after?: string;
  /** Whether the fault needs Java and the server's jars, which a machine with only a Docker engine lacks. */
  readonly local?: boolean;
}

const exit = (kind: keyof typeof ERROR_KINDS) => ERROR_KINDS[kind].exit;

/** The faults; `takenPort` is asked for when its test runs. */
export const faults = (takenPort: () => number): Fault[] => [
  {
    // where all of a machine's Javas are kept one may be found all the same; then Maven is missing
    what: 'no Java on the path',
    args: () => ['migrate'],
    env: () => ({ ...bare, PATH: pathWith(), JAVA_HOME: undefined }),
    says: /there is no (Java|Maven)/,
    fix: /NEO4J_URI.*Docker.*Java 17/,
    exit: exit('SETUP'),
  },
  {
    what: 'no Maven',
    local: true,
    args: () => ['migrate'],
    env: () => ({ ...bare, PATH: pathWith('java') }),
    says: /Maven/,
    fix: /Maven/,
    exit: exit('SETUP'),
  },
  {
    what: 'port taken',
    args: () => ['start', '--no-world'],
    env: () => ({ PORT: String(takenPort()) }),
    says: /port \d+ .*(taken|use)/,
    fix: /PORT=/,
    exit: exit('SETUP'),
  },
  {
    what: 'wrong password',
    args: () => ['migrate'],
    env: () => ({ NEO4J_PASSWORD: 'wrong' }),
    says: /refuses/,
    fix: /NEO4J_PASSWORD/,
    exit: exit('SETUP'),
  },
  {
    what: 'database down',
    args: () => ['migrate'],
    env: () => ({ NEO4J_URI: 'bolt://127.0.0.1:1' }),
    says: /does not answer/,
    fix: /guanxi db/,
    exit: exit('UNAVAILABLE'),
  },
  {
    what: 'GDS missing',
    local: true,
    args: () => ['migrate'],
    env: () => ({ ...bare, GUANXI_HOME: homeWithoutGds(), GUANXI_HEAP: '512m' }),
    says: /no Graph Data Science library/,
    fix: /graph-data-science/,
    exit: exit('SETUP'),
  },
  {
    what: 'edited migration',
    args: () => ['migrate'],
    says: /001-people was edited/,
    fix: /new numbered file/,
    exit: exit('CONFLICT'),
    before: "MATCH (m:Migration {id: 1}) SET m.kept = m.checksum, m.checksum = 'edited'",
    after: 'MATCH (m:Migration {id: 1}) SET m.checksum = m.kept REMOVE m.kept',
  },
  {
    what: 'key missing for existing data',
    args: () => ['cypher', 'run', 'graph/steps/state'],
    says: /sealed with master key ffffffff/,
    fix: /GUANXI_KEY/,
    exit: exit('SETUP'),
    before: "CREATE (:MasterKey {id: 'ffffffff'})",
    after: "MATCH (k:MasterKey {id: 'ffffffff'}) DELETE k",
  },
  {
    what: 'bad variables',
    args: () => ['migrate'],
    env: () => ({ PORT: 'many', LOG_LEVEL: 'loud' }),
    says: /PORT.*LOG_LEVEL/,
    fix: /for example 4000/,
    exit: exit('CONFIG'),
  },
  {
    what: 'bad mapping',
    args: () => ['import', '--mapping', file('bad.yaml', 'files:\n  - file: 3\n    labels: Customer\n'), folder],
    says: /bad\.yaml/,
    fix: /./,
    exit: exit('INPUT'),
  },
  {
    what: 'bad CSV header',
    args: () => ['import', file('customers.csv', 'identity,name\n1,x\n')],
    says: /customers\.csv.*id/,
    fix: /./,
    exit: exit('INPUT'),
  },
  {
    what: 'file that is not there',
    args: () => ['import', join(folder, 'orders.csv')],
    says: /orders\.csv/,
    fix: /./,
    exit: exit('INPUT'),
  },
  { what: 'unknown role', args: () => ['token', '--role', 'king'], says: /king/, fix: /analyst/, exit: exit('INPUT') },
  {
    what: 'unknown statement',
    args: () => ['cypher', 'show', 'bridge'],
    says: /no statement "bridge"/,
    fix: /analysis\/bridges/,
    exit: exit('NOT_FOUND'),
  },
  {
    what: 'parameters that are not JSON',
    args: () => ['cypher', 'run', 'graph/steps/state', '--params', 'x'],
    says: /not a JSON object/,
    fix: /--params/,
    exit: exit('INPUT'),
  },
  {
    what: 'a write without consent to it',
    args: () => ['cypher', 'run', 'graph/steps/lease-take'],
    says: /changes the graph/,
    fix: /--write/,
    exit: exit('INPUT'),
  },
  {
    what: 'a reset not confirmed',
    args: () => ['db', 'reset'],
    env: () => bare,
    says: /./,
    fix: /--yes/,
    exit: exit('INPUT'),
  },
  {
    what: 'a world of no size',
    args: () => ['world', '--customers', '0', '--out', join(folder, 'w')],
    says: /customers/,
    fix: /./,
    exit: exit('INPUT'),
  },
];

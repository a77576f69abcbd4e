import { AppError, type ErrorKind } from '../../kernel/error.js';
import { lastLine } from './commands.js';

interface Known {
  readonly sign: RegExp;
  readonly kind: ErrorKind;
  readonly what: string;
  readonly fix: string;
}

const KNOWN: readonly Known[] = [
  {
    sign: /Address already in use|BindException|PortBindException/,
    kind: 'SETUP',
    what: 'another program took its port',
    fix: 'run the same again: other ports are picked',
  },
  {
    sign: /OutOfMemoryError|Could not reserve enough space|insufficient memory|Cannot allocate memory|Invalid maximum heap|Too small maximum heap|exceeds the maximum representable|available RAM/i,
    kind: 'SETUP',
    what: 'it does not fit into the memory of this machine',
    fix: 'set a smaller heap, for example GUANXI_HEAP=512m, or end what else uses memory',
  },
  {
    sign: /UnsupportedClassVersionError|Unrecognized option|Unsupported Java/,
    kind: 'SETUP',
    what: 'this Java cannot run it',
    fix: 'install Java 21, or point JAVA_HOME at one',
  },
  {
    sign: /FileLockException|Lock file has been locked|already locked|store_lock/i,
    kind: 'BUSY',
    what: 'another process has its data open',
    fix: 'end that process; `guanxi db status` names the server of this folder',
  },
  {
    sign: /No space left on device|disk (?:is )?full/i,
    kind: 'SETUP',
    what: 'the disk is full',
    fix: 'free space on the disk that holds GUANXI_HOME',
  },
  {
    sign: /Permission denied|AccessDeniedException/,
    kind: 'SETUP',
    what: 'it may not write into its folder',
    fix: 'give the folder named by GUANXI_HOME back to this user',
  },
  {
    sign: /StoreVersion|not supported by this version|Downgrade|UpgradeNotAllowed|MigrationNotAllowed/i,
    kind: 'SETUP',
    what: 'its data was written by another version of Neo4j',
    fix: 'restore a backup made with this version, or delete the data with `guanxi db reset --yes`',
  },
];

/** Whether a server ended because its port was taken, which another start with other ports mends. */
export function portWasTaken(log: string): boolean {
  return KNOWN[0]?.sign.test(log) === true;
}

/** Why a server did not start, out of what it logged and printed. Quotes the last line that tells. */
export function startFailure(log: string, where: string): AppError {
  const known = KNOWN.find(({ sign }) => sign.test(log));
  const line = tellingLine(log, known?.sign);
  const quoted = line === '' ? '' : `: "${line}"`;
  if (known === undefined)
    return new AppError(
      'SETUP',
      `the local Neo4j server did not start${quoted}`,
      `read ${where}, then run the same again`,
    );
  return new AppError(known.kind, `the local Neo4j server did not start, ${known.what}${quoted}`, known.fix);
}

/** Lines of a stack, and Java's closing words that only repeat that it failed. */
const EMPTY_WORDS =
  /^\s+at |^\s*\.\.\. \d+ more|Could not create the Java Virtual Machine|A fatal exception has occurred/;

function tellingLine(log: string, sign: RegExp | undefined): string {
  const lines = log.split('\n').filter((line) => !EMPTY_WORDS.test(line));
  const telling = lines.filter((line) => (sign ?? /ERROR|Error|Exception|FATAL/).test(line));
  return lastLine((telling.length > 0 ? telling : lines).join('\n'));
}

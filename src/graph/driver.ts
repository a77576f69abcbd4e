import neo4j, { type Driver, isRetryableError, Neo4jError } from 'neo4j-driver';
import { AppError, type ErrorKind } from '../kernel/error.js';
import { RETRY_MS, STOPPED } from './deadline.js';

export interface Connection {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/**
 * A driver for the whole process. Retries stay below any HTTP timeout; numbers stay lossless until `graph/` decodes
 * them.
 */
export function openDriver({ uri, user, password }: Connection): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    maxTransactionRetryTime: RETRY_MS,
    connectionAcquisitionTimeout: 10_000,
    connectionTimeout: 5_000,
    maxConnectionPoolSize: 50,
    userAgent: 'guanxi/0.1',
  });
}

type Failure = readonly [
  is: (code: string, error: Neo4jError) => boolean,
  kind: ErrorKind,
  message: (statement: string) => string,
  hint: string,
];

/** What a failure is by its code; the first that fits. */
const FAILURES: readonly Failure[] = [
  [
    (_code, { message }) => /acquisition timed out/i.test(message),
    'UNAVAILABLE',
    () => 'the database is busy: every connection to it is in use',
    'try again in a moment',
  ],
  [
    (code) => ['ServiceUnavailable', 'SessionExpired', 'N/A'].includes(code),
    'UNAVAILABLE',
    () => 'the database does not answer',
    'look at `guanxi db status`; start it with `guanxi db start`, or correct NEO4J_URI where that is set',
  ],
  [
    (code) => STOPPED.test(code),
    'TIMEOUT',
    (statement) => `${statement} ran longer than its limit and was stopped`,
    'ask for less, or raise QUERY_TIMEOUT_MS',
  ],
  [
    (code) => code.includes('Security.Unauthorized'),
    'SETUP',
    () => 'the database refuses user or password',
    'check NEO4J_USER and NEO4J_PASSWORD',
  ],
  [
    (code) => code.includes('Schema.ConstraintValidationFailed'),
    'CONFLICT',
    (statement) => `${statement} would create what already exists`,
    'try again',
  ],
  [
    (code) => code.includes('OutOfMemory'),
    'TOO_MUCH',
    (statement) => `${statement} needs more memory than the database may use`,
    'ask for less, or give the database a larger heap',
  ],
  [
    // a product of a number or time from outside that no integer or time holds
    (code) => /Statement\.(ArgumentError|ArithmeticError)/.test(code),
    'INPUT',
    (statement) => `${statement} cannot compute with a value that it was given`,
    'take a number or a time nearer to what is asked about',
  ],
  [
    (_code, error) => isRetryableError(error),
    'UNAVAILABLE',
    (statement) => `${statement} could not finish, the database is busy`,
    'try again in a moment',
  ],
];

/** What a failure of the database means to the caller; anything that is not the database's passes unchanged. */
export function translate(error: unknown, statement: string): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const failure = FAILURES.find(([is]) => is(error.code, error));
  if (failure === undefined) return error;
  const [, kind, message, hint] = failure;
  return new AppError(kind, message(statement), hint, {}, error);
}

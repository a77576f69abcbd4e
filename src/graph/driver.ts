import neo4j, { type Driver, isRetryableError, Neo4jError } from 'neo4j-driver';
import { AppError } from '../kernel/error.js';

export interface Connection {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A driver for the whole process. Retries stay below any HTTP timeout; numbers stay lossless until `graph/` decodes them. */
export function openDriver({ uri, user, password }: Connection): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    maxTransactionRetryTime: 5_000,
    connectionAcquisitionTimeout: 10_000,
    connectionTimeout: 5_000,
    maxConnectionPoolSize: 50,
    userAgent: 'guanxi/0.1',
  });
}

/** What a failure of the database means to the caller; anything that is not the database's passes unchanged. */
export function translate(error: unknown, statement: string): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code } = error;
  if (code === 'ServiceUnavailable' || code === 'SessionExpired' || code === 'N/A')
    return new AppError(
      'UNAVAILABLE',
      'the database does not answer',
      'look at `guanxi db status`; start it with `guanxi db start`',
      {},
      error,
    );
  if (code.includes('TransactionTimedOut') || code.includes('Transaction.Terminated'))
    return new AppError(
      'TIMEOUT',
      `${statement} ran longer than its limit and was stopped`,
      'ask for less, or raise QUERY_TIMEOUT_MS',
      {},
      error,
    );
  if (code.includes('Security.Unauthorized'))
    return new AppError(
      'SETUP',
      'the database refuses user or password',
      'check NEO4J_USER and NEO4J_PASSWORD',
      {},
      error,
    );
  if (code.includes('Schema.ConstraintValidationFailed'))
    return new AppError('CONFLICT', `${statement} would make what is there already`, 'try again', {}, error);
  if (code.includes('MemoryPoolOutOfMemory') || code.includes('OutOfMemory'))
    return new AppError(
      'TOO_MUCH',
      `${statement} needs more memory than the database may use`,
      'ask for less, or give the database a larger heap',
      {},
      error,
    );
  if (isRetryableError(error))
    return new AppError(
      'UNAVAILABLE',
      `${statement} could not finish, the database is busy`,
      'try again in a moment',
      {},
      error,
    );
  return error;
}

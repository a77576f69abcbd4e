import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { translate } from '../../graph/driver.js';
import { AppError, ERROR_KINDS, nameOf, placeOf } from '../../kernel/error.js';
import type { Log } from '../../kernel/log.js';
import { systemRandom } from '../../kernel/random.js';
import type { Fault } from '../../kernel/words/issues.js';

/**
 * How an error looks outside, in REST and in the extensions of GraphQL. `id` finds the log line of an unexpected one.
 */
export interface OuterError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly id?: string;
  /** Each wrong field of an input, in both languages. */
  readonly faults?: readonly Fault[];
}

/** What of an error may leave: an AppError as it is; anything else is logged with an id, and only the id leaves. */
export function outerError(error: unknown, log: Log): OuterError {
  const known = knownError(error);
  if (known) {
    const { code, status } = ERROR_KINDS[known.kind];
    if (status >= 500) log.warn(known.message, { code, cause: nameOf(known.cause) });
    const faults = known.details.faults as readonly Fault[] | undefined;
    return { status, code, message: known.message, hint: known.hint, ...(faults && { faults }) };
  }
  const id = systemRandom.id().slice(0, 8);
  log.error('unexpected', { id, error: nameOf(error), stack: placeOf(error) });
  return {
    status: 500,
    code: 'UNEXPECTED',
    message: `unexpected, id ${id}`,
    hint: 'try again; if it stays, report it with this id',
    id,
  };
}

function knownError(error: unknown): AppError | null {
  const translated = translate(error, 'the question');
  if (translated instanceof AppError) return translated;
  return bodyError(error);
}

/** Express's body parsers throw errors of their own kind: each has a type, and the status of what the sender did. */
function bodyError(error: unknown): AppError | null {
  if (error instanceof URIError) return new AppError('INPUT', 'the address cannot be decoded', 'check its % signs');
  const { type, status, limit } = (error ?? {}) as { type?: unknown; status?: unknown; limit?: unknown };
  if (typeof type !== 'string' || typeof status !== 'number' || status < 400 || status > 499) return null;
  if (type === 'entity.too.large')
    return new AppError(
      'TOO_MUCH',
      `the body is larger than ${sizeOf(limit)}`,
      'send it in parts, or import it as files',
    );
  if (status === 413) return new AppError('TOO_MUCH', 'the body has too many fields', 'send those of the form only');
  if (type === 'entity.parse.failed') return new AppError('INPUT', 'the body is not JSON', 'send a JSON object');
  return new AppError('INPUT', 'the body cannot be read', 'send JSON in UTF-8');
}

function sizeOf(bytes: unknown): string {
  return Number(bytes) >= 1_000_000 ? `${Math.floor(Number(bytes) / 1_000_000)} MB` : `${bytes} bytes`;
}

/** Errors of a GraphQL answer: the schema's own stay, an AppError carries code and hint, the rest is masked. */
export function maskGraphQLError(log: Log): (error: unknown) => Error {
  return (error) => {
    const inner = innermost(error);
    if (inner instanceof GraphQLError) return inner === error ? inner : located(error, inner.message, inner.extensions);
    const { status: _status, message, ...told } = outerError(inner, log);
    return located(error, message, told);
  };
}

/** As maskGraphQLError; what Yoga says of a request that it cannot read gets the code and a hint of the product. */
export function maskYogaError(log: Log): (error: unknown) => Error {
  const mask = maskGraphQLError(log);
  return (error) => {
    const masked = mask(error) as GraphQLError;
    if (masked.extensions.code !== 'BAD_REQUEST') return masked;
    return located(masked, masked.message, {
      ...masked.extensions,
      code: 'BAD_USER_INPUT',
      hint: 'send a JSON object with `query`',
    });
  };
}

/**
 * The status of an answer without data, for nothing ran: 400, or 500 where the fault is ours. Yoga answers 200 to who
 * accepts `application/json` only.
 */
export const statusOfRefusals: Plugin = {
  onResultProcess({ result }) {
    if (!('errors' in result) || 'data' in result) return;
    for (const { extensions } of result.errors ?? [])
      extensions.http ??= { spec: true, status: extensions.code === 'UNEXPECTED' ? 500 : 400 };
  },
};

/** GraphQL wraps what a resolver threw; a schema error has nothing in it. */
function innermost(error: unknown): unknown {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError) inner = inner.originalError;
  return inner;
}

function located(error: unknown, message: string, extensions: GraphQLError['extensions']): GraphQLError {
  if (!(error instanceof GraphQLError)) return new GraphQLError(message, { extensions });
  return new GraphQLError(message, {
    extensions,
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
  });
}

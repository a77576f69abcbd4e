/** The one error of the product: a kind from a closed list, what happened, and how to mend it. */

/** What a kind means outside: GraphQL code, HTTP status, exit code of the command line. */
export const ERROR_KINDS = {
  INPUT: { code: 'BAD_USER_INPUT', status: 400, exit: 2 },
  UNAUTHENTICATED: { code: 'UNAUTHENTICATED', status: 401, exit: 3 },
  FORBIDDEN: { code: 'FORBIDDEN', status: 403, exit: 3 },
  NOT_FOUND: { code: 'NOT_FOUND', status: 404, exit: 4 },
  CONFLICT: { code: 'CONFLICT', status: 409, exit: 5 },
  BUSY: { code: 'BUSY', status: 409, exit: 5 },
  TOO_MUCH: { code: 'TOO_MUCH', status: 413, exit: 5 },
  RATE_LIMIT: { code: 'RATE_LIMITED', status: 429, exit: 5 },
  TIMEOUT: { code: 'TIMEOUT', status: 504, exit: 6 },
  UNAVAILABLE: { code: 'UNAVAILABLE', status: 503, exit: 6 },
  CONFIG: { code: 'CONFIG', status: 500, exit: 7 },
  SETUP: { code: 'SETUP', status: 500, exit: 8 },
  REJECTED_ROWS: { code: 'REJECTED_ROWS', status: 422, exit: 9 },
} as const;

export type ErrorKind = keyof typeof ERROR_KINDS;

/** `message` says what and where, `hint` says what to do. Neither holds personal data. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly hint: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(kind: ErrorKind, message: string, hint: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.kind = kind;
    this.hint = hint;
    this.details = details;
  }
}

/** What a log may say of any error: its kind, or that it was not foreseen. */
export function kindOf(error: unknown): string {
  return error instanceof AppError ? error.kind : 'unexpected';
}

/** Class and code of an error, such as "Neo4jError Neo.ClientError.Procedure.ProcedureCallFailed"; '' of what is none. */
export function nameOf(error: unknown): string {
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string').join(' ');
}

/** Where it happened, without the message: a message can repeat a value, and a value can be a person. */
export function placeOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}

/** What a log says of a failure in the background: all of it that names nobody. */
export function failureOf(error: unknown): Record<string, unknown> {
  if (error instanceof AppError)
    return { kind: error.kind, problem: error.message, cause: nameOf(error.cause) || undefined };
  return { kind: kindOf(error), error: nameOf(error), stack: placeOf(error) };
}

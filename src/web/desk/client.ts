/** Something that went wrong, in the server's words where it spoke: what happened, and how to mend it. */
export class Problem extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint = '') {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.hint = hint;
  }
}

interface ServerError {
  readonly message?: string;
  readonly hint?: string;
  readonly code?: string;
  readonly extensions?: { readonly code?: string; readonly hint?: string };
}

/** What the desk asks of the server. Both throw `Problem`. */
export interface Client {
  ask<T>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<T>;
  picture<T>(name: string, params: Readonly<Record<string, string | number>>): Promise<T>;
}

/** A client of the server that served the page, for one token. Each request gives up after 30 s. */
export function clientFor(token: string, signal?: AbortSignal): Client {
  const send = async (path: string, init: RequestInit) => {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json', ...init.headers };
    const limits = [AbortSignal.timeout(30_000), ...(signal ? [signal] : [])];
    const response = await fetch(path, { ...init, headers, signal: AbortSignal.any(limits) }).catch(unreachable);
    return { status: response.status, body: (await response.json().catch(() => null)) as unknown };
  };
  return {
    ask: async <T>(query: string, variables = {}) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await send('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      return dataOf<T>(answer.status, answer.body);
    },
    picture: async <T>(name: string, params: Readonly<Record<string, string | number>>) => {
      const texts = Object.entries(params).map(([key, value]) => [key, String(value)] as [string, string]);
      const answer = await send(`/api/pictures/${name}?${new URLSearchParams(texts)}`, { method: 'GET' });
      if (answer.status >= 400) throw problemOf(answer.status, answer.body);
      return answer.body as T;
    },
  };
}

/** The data of a GraphQL answer. Throws the first error it carries. */
export function dataOf<T>(status: number, body: unknown): T {
  const { data, errors } = (body ?? {}) as { data?: T | null; errors?: ServerError[] };
  if (status >= 400 || errors?.length || !data) throw problemOf(status, body);
  return data;
}

/** The problem of an answer that went wrong: GraphQL's `errors`, REST's `error`, or only a status. */
export function problemOf(status: number, body: unknown): Problem {
  const { errors, error, ...plain } = (body ?? {}) as { errors?: ServerError[]; error?: ServerError | string };
  const found = errors?.[0] ?? (typeof error === 'object' ? error : (plain as ServerError));
  const code = found.extensions?.code ?? found.code ?? codeOf(status);
  return new Problem(code, found.message ?? `HTTP ${status}`, found.extensions?.hint ?? found.hint ?? '');
}

function codeOf(status: number): string {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 429) return 'RATE_LIMITED';
  return status >= 500 ? 'UNAVAILABLE' : 'BAD_USER_INPUT';
}

function unreachable(error: unknown): never {
  const late = error instanceof Error && error.name === 'TimeoutError';
  throw new Problem(late ? 'TIMEOUT' : 'UNREACHABLE', '');
}

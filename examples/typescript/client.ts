/** A client of Guanxi in TypeScript, with nothing but `fetch`: Node 20 and newer, and browsers. Copy it and make it yours. */
import type { Operation } from './operations.gen.js';

export interface Connection {
  /** Like http://127.0.0.1:4000. */
  readonly url: string;
  /** Of a user or service: `guanxi token --role service`. */
  readonly token: string;
}

/** What went wrong, in the server's words: what happened, and how to fix it. */
export class GuanxiError extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(code: string, message: string, hint: string) {
    super(message);
    this.name = 'GuanxiError';
    this.code = code;
    this.hint = hint;
  }
}

/** Worth another try as it is; everything else has to be changed first. */
const PASSING = ['UNAVAILABLE', 'BUSY', 'TIMEOUT', 'RATE_LIMITED'];
const TRIES = 4;

export function guanxi({ url, token }: Connection) {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' };

  async function send(path: string, init: RequestInit): Promise<unknown> {
    for (let tried = 1; ; tried += 1) {
      try {
        return await sendOnce(path, init);
      } catch (error) {
        if (!(error instanceof GuanxiError && PASSING.includes(error.code)) || tried === TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** tried));
      }
    }
  }

  async function sendOnce(path: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(url + path, { ...init, headers, signal: AbortSignal.timeout(30_000) });
    const body = (await response.json().catch(() => ({}))) as Answer;
    const [first] = body.errors ?? [];
    const { code, hint, message } = first ? { ...first.extensions, message: first.message } : (body.error ?? {});
    if (code === undefined && response.ok) return body;
    throw new GuanxiError(code ?? `HTTP_${response.status}`, message ?? response.statusText, hint ?? '');
  }

  return {
    /** Asks by GraphQL: the answer has the type of the operation, and so do the variables. */
    async ask<A, V>(operation: Operation<A, V>, variables: V): Promise<A> {
      const body = JSON.stringify({ query: operation, variables });
      return ((await send('/graphql', { method: 'POST', body })) as { data: A }).data;
    },
    /** Asks by REST, like `/api/questions/headline`; /api/openapi.json describes all of it. */
    get: (path: string) => send(path, { method: 'GET' }),
    post: (path: string, body: object) => send(path, { method: 'POST', body: JSON.stringify(body) }),
  };
}

export type Guanxi = ReturnType<typeof guanxi>;

interface Told {
  readonly code?: string;
  readonly hint?: string;
}

interface Answer {
  readonly errors?: readonly { readonly message: string; readonly extensions?: Told }[];
  readonly error?: Told & { readonly message?: string };
}

/** Walks all pages of a connection, one request for each. */
export async function* pages<P extends { readonly pageInfo: PageInfo }>(
  pageAfter: (after: string | null) => Promise<P>,
): AsyncGenerator<P> {
  for (let after: string | null = null; ; ) {
    const page: P = await pageAfter(after);
    yield page;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor ?? null;
  }
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor?: string | null;
}

import type { Drawing } from '../kernel/drawing.js';
import type { Fault } from '../kernel/words/issues.js';
import type { Operation, Pictures } from './operations.gen.js';

/** Something that went wrong, in the server's words where it spoke: what happened, and how to mend it. */
export class Problem extends Error {
  readonly code: string;
  readonly hint: string;
  /** Each wrong field, of an input that was refused. */
  readonly faults: readonly Fault[];

  constructor(code: string, message: string, hint = '', faults: readonly Fault[] = []) {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.hint = hint;
    this.faults = faults;
  }
}

interface ServerError {
  readonly message?: string;
  readonly hint?: string;
  readonly code?: string;
  readonly extensions?: { readonly code?: string; readonly hint?: string; readonly faults?: readonly Fault[] };
  readonly faults?: readonly Fault[];
}

/** How old the scores are that an answer rests on, as the server says it beside the answer. */
export interface AnalysisState {
  /** None before the first run. */
  readonly finishedAt: string | null;
  readonly running: boolean;
  /** Pairs whose ties changed since that run began. */
  readonly changedTies: number;
  /** People who came to profiling or left it since. */
  readonly changedConsents: number;
  readonly stale: boolean;
}

/** What the desk asks of the server. Both throw `Problem`. */
export interface Client {
  ask<A, V>(operation: Operation<A, V>, variables: V): Promise<A>;
  picture<N extends keyof Pictures>(
    name: N,
    params: { readonly [P in Pictures[N]]?: string | number },
  ): Promise<Drawing>;
  /** The same client, telling how old the scores are whenever an answer says so. */
  telling(told: (state: AnalysisState) => void): Client;
}

/** A client of the server that served the page, for one token. Each request gives up after 30 s. */
export function clientFor(token: string, signal?: AbortSignal): Client {
  const send = async (path: string, init: RequestInit) => {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json', ...init.headers };
    const limits = [AbortSignal.timeout(30_000), ...(signal ? [signal] : [])];
    const response = await fetch(path, { ...init, headers, signal: AbortSignal.any(limits) }).catch(unreachable);
    return { status: response.status, body: (await response.json().catch(() => null)) as unknown };
  };
  const headers = { 'content-type': 'application/json' };
  const post = onceAtATime((body) => send('/graphql', { method: 'POST', headers, body }));
  const asking = (told: (state: AnalysisState) => void): Client => ({
    ask: async <A, V>(query: Operation<A, V>, variables: V) => {
      const answer = await post(JSON.stringify({ query, variables }));
      const data = dataOf<A>(answer.status, answer.body);
      const state = analysisOf(answer.body);
      if (state) told(state);
      return data;
    },
    picture: async (name, params) => {
      const texts = Object.entries(params).map(([key, value]) => [key, String(value)] as [string, string]);
      const answer = await send(`/api/pictures/${name}?${new URLSearchParams(texts)}`, { method: 'GET' });
      if (answer.status >= 400) throw problemOf(answer.status, answer.body);
      return answer.body as Drawing;
    },
    telling: asking,
  });
  return asking(() => {});
}

/** Boxes that open together ask some of the same questions: the answer on its way serves them all, and no longer. */
export function onceAtATime<T>(work: (question: string) => Promise<T>): (question: string) => Promise<T> {
  const underway = new Map<string, Promise<T>>();
  return (question) => {
    const known = underway.get(question);
    if (known) return known;
    const answer = work(question).finally(() => underway.delete(question));
    underway.set(question, answer);
    return answer;
  };
}

/** What a GraphQL answer says of the age of the scores it rests on; null where it rests on none. */
export function analysisOf(body: unknown): AnalysisState | null {
  const { extensions } = (body ?? {}) as { extensions?: { analysis?: AnalysisState } };
  return extensions?.analysis ?? null;
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
  const { hint = found.hint, faults = found.faults } = found.extensions ?? {};
  return new Problem(code, found.message ?? `HTTP ${status}`, hint, faults);
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

import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../src/kernel/error.js';

/** Who asks a server. */
export interface Client {
  readonly url: string;
  readonly token: string;
}

export interface Answer {
  readonly status: number;
  readonly ms: number;
  /** Codes of its errors. */
  readonly codes: readonly string[];
  readonly retryAfter: string | null;
}

/** One GraphQL request. Throws what the connection throws. */
export function asked(client: Client, query: string, variables: object = {}): Promise<Answer> {
  return posted(client, '/graphql', { query, variables });
}

/** One request with a body of JSON. */
export async function posted({ url, token }: Client, path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return answerOf(() => fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function answerOf(ask: () => Promise<Response>): Promise<Answer> {
  const began = performance.now();
  const response = await ask();
  const text = await response.text();
  const codes = [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code!);
  return {
    status: response.status,
    ms: performance.now() - began,
    codes,
    retryAfter: response.headers.get('retry-after'),
  };
}

const QUESTION = '{ customers(limit: 1) { id } }';
/** What a process needs beyond its bounds to answer on a machine where others work. */
const SLACK_MS = 1_500;

/** Waits until the server answers a question. Throws UNAVAILABLE after `ms`. */
export async function untilAnswers(client: Client, ms: number): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(500)) {
    const answer = await asked(client, QUESTION).catch(() => null);
    if (answer?.status === 200 && answer.codes.length === 0) return;
  }
  throw new AppError('UNAVAILABLE', `nothing answered within ${ms / 1_000} s`, 'read the log beside the data');
}

interface Outage {
  /** Longest time of one statement of a request. */
  readonly limitMs: number;
  /** How long the database is away on purpose. */
  readonly settleMs: number;
}

/** What a client saw from now until questions were answered again, in one line, and what was not as it should be. */
export async function toldOf(
  client: Client,
  { limitMs, settleMs }: Outage,
): Promise<{ line: string; faults: string[] }> {
  const began = performance.now();
  const [questions, looks]: [Answer[], Answer[]] = [[], []];
  const lost: string[] = [];
  for (;;) {
    const [look, question] = await Promise.all([
      answerOf(() => fetch(`${client.url}/readyz`)).catch(() => null),
      asked(client, QUESTION).catch(() => null),
    ]);
    if (look) looks.push(look);
    if (question) questions.push(question);
    if (!look || !question) lost.push('no answer at all');
    const seconds = (performance.now() - began) / 1_000;
    const again = question?.status === 200 && question.codes.length === 0 && look?.status === 200;
    if ((again && looks.some(({ status }) => status === 503)) || (again && seconds > 5) || seconds > 300) break;
    await sleep(250);
  }
  const back = (performance.now() - began - settleMs) / 1_000;
  const most = (answers: readonly Answer[]) => Math.max(...answers.map(({ ms }) => ms));
  const refused = [...questions, ...looks].filter(({ status }) => status >= 500);
  const bound = limitMs + 2_000 + SLACK_MS; // of the statement, and of the driver's own grace
  const faults = [
    ...lost,
    ...(most(looks) > 2_000 + SLACK_MS ? [`/readyz took ${seconds(most(looks))}`] : []),
    ...(most(questions) > bound ? [`a question took ${seconds(most(questions))}`] : []),
    ...(refused.every(({ status, retryAfter }) => status === 503 && retryAfter)
      ? []
      : ['a refusal without Retry-After']),
    ...(back > 30 ? [`answers came again after ${back.toFixed(1)} s`] : []),
  ];
  const line = `answers again after ${back.toFixed(1)} s; meanwhile ${refused.length} refusals, longest answer ${seconds(most(questions))}, longest /readyz ${seconds(most(looks))}`;
  return { line, faults };
}

const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

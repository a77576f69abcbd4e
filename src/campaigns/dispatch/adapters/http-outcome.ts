import type { Outcome } from '../adapter.js';

/** How long an answer is waited for. */
const TIMEOUT_MS = 10_000;
/** Answers after which another try may help. */
const LATER = [408, 425, 429];
/** What goes wrong before anything is sent, as Node names it. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

export interface Call {
  readonly url: string;
  readonly method: 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The receiver drops what it had before, so that no answer is a reason to try again. */
  readonly idempotent: boolean;
  /** What an answer of 2xx says beyond its status. */
  readonly said?: (answer: string) => Outcome;
}

/** Makes one call and tells what became of it. Follows no redirect; answers are read up to 64 KiB. */
export async function called({ url, method, headers, body, idempotent, said }: Call): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { method, headers, body, signal, redirect: 'error' });
    const { status } = response;
    if (status < 200 || status >= 300) {
      await response.body?.cancel();
      return { state: status >= 500 || LATER.includes(status) ? 'RETRY' : 'FAILED', problem: `HTTP ${status}` };
    }
    if (said) return said((await response.text()).slice(0, 65_536));
    await response.body?.cancel();
    return { state: 'SENT' };
  } catch (error) {
    return { state: idempotent || neverLeft(error) ? 'RETRY' : 'UNKNOWN', problem: 'no answer' };
  }
}

function neverLeft(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as { code?: string };
  return code !== undefined && NOT_SENT.includes(code);
}

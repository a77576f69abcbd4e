import { useEffect, useState } from 'preact/hooks';
import { type AnalysisState, type Client, Problem } from '../client.js';
import { useDesk } from '../desk.js';
import { ProblemNotice } from './notice.js';

/** Where a question to the server stands. */
export type Answer<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'ready'; readonly data: T; readonly analysis: AnalysisState | null };

const LOADING = { kind: 'loading' } as const;

/**
 * Asks when the part appears and whenever `question` changes, and drops an answer that came too late; the second is
 * "try again".
 */
export function useAnswer<T>(question: string, load: (client: Client) => Promise<T>): [Answer<T>, () => void] {
  const { client, expired } = useDesk();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<{ readonly key: string; readonly answer: Answer<T> } | null>(null);
  const key = `${attempt} ${question}`;
  useEffect(() => {
    let wanted = true;
    void answered(client, load).then((answer) => {
      if (!wanted) return;
      if (answer.kind === 'failed' && answer.problem.code === 'UNAUTHENTICATED') expired();
      setFound({ key, answer });
    });
    return () => {
      wanted = false;
    };
  }, [key]);
  return [found?.key === key ? found.answer : LOADING, () => setAttempt((before) => before + 1)];
}

async function answered<T>(client: Client, load: (client: Client) => Promise<T>): Promise<Answer<T>> {
  let analysis: AnalysisState | null = null;
  const telling = client.telling((state) => {
    analysis = state;
  });
  try {
    return { kind: 'ready', data: await load(telling), analysis };
  } catch (error) {
    return { kind: 'failed', problem: asProblem(error) };
  }
}

/** Work that a button starts: whether it is under way, and what went wrong, to be shown beside the button. */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  };
  return { busy, run, said: problem && <ProblemNotice problem={problem} /> };
}

/** Anything thrown, as a problem: what is not the server's word keeps its details to the console. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  console.error(error);
  return new Problem('OTHER', '');
}

import type { ComponentChildren } from 'preact';
import type { Fault } from '../../kernel/words/issues.js';
import type { AnalysisState, Problem } from '../client.js';
import { rolesNamed, useDesk, useWords } from '../desk.js';
import { fieldNamed } from '../text/fields.js';

/** A sentence where there is nothing to show. */
export function Notice({ children }: { readonly children: ComponentChildren }) {
  return <p class="notice">{children}</p>;
}

/**
 * A problem in words: what happened, what to do, and a button to try again. What a role may not ask is no problem, but
 * explained.
 */
export function ProblemNotice({ problem, retry }: { readonly problem: Problem; readonly retry?: () => void }) {
  const { text } = useDesk();
  const { code, message, hint, faults } = problem;
  if (faults.length > 0) return <FaultsNotice faults={faults} />;
  if (code === 'FORBIDDEN') return <ClosedNotice roles={rolesIn(hint)} />;
  const [what, fix] = (text.problem as Readonly<Record<string, string[]>>)[code] ?? text.problem.OTHER;
  // The server speaks English: elsewhere its words stand below the reader's own.
  const native = text.locale === 'en';
  return (
    <div class="notice problem" role="alert">
      <p class="notice-what">{(native && message) || what}</p>
      <p>
        <strong>{text.fix}</strong>
        {(native && hint) || fix}
      </p>
      {!native && message && (
        <p class="quiet" lang="en">
          {message} – {hint}
        </p>
      )}
      {retry && (
        <button type="button" onClick={retry}>
          {text.retry}
        </button>
      )}
    </div>
  );
}

/** What is wrong with each field, by the name that it has on the page. */
export function FaultsNotice({ faults }: { readonly faults: readonly Fault[] }) {
  const { text, language } = useDesk();
  const told = faults.map(({ path, ...words }) => {
    const said = language === 'zh' ? words.textZh : words.text;
    return path === '' ? said : text.fault(fieldNamed(path, text), said);
  });
  return (
    <div class="notice problem" role="alert">
      {[...new Set(told)].map((one) => (
        <p key={one} class="notice-what">
          {one}
        </p>
      ))}
      {faults.some(({ path }) => path !== '') && (
        <p>
          <strong>{text.fix}</strong>
          {text.problem.BAD_USER_INPUT[1]}
        </p>
      )}
    </div>
  );
}

/** What is closed to the viewer's role, and to whom it is open. */
export function ClosedNotice({ roles }: { readonly roles: readonly string[] }) {
  const { text } = useDesk();
  return (
    <div class="notice closed">
      <p class="notice-what">{text.closed.what}</p>
      <p>{roles.length > 0 ? text.closed.open(rolesNamed(roles, text)) : text.closed.fix}</p>
    </div>
  );
}

/** The roles that a hint names, like "ask with a token of role analyst or admin". */
export function rolesIn(hint: string): string[] {
  const named = /\brole ([a-z-]+(?: or [a-z-]+)*)/.exec(hint)?.[1];
  return named ? named.split(' or ') : [];
}

interface StepsProps {
  readonly words: { readonly title: string; readonly about: string; readonly commands: readonly string[] };
  readonly children?: ComponentChildren;
}

/** A state with nothing to show yet, and the commands that change it. */
export function Steps({ words: { title, about, commands }, children }: StepsProps) {
  return (
    <section class="notice steps">
      <h2>{title}</h2>
      <p>{about}</p>
      {commands.map((command) => (
        <pre key={command}>
          <code>{command}</code>
        </pre>
      ))}
      {children}
    </section>
  );
}

/** Grey bars where the content will be. */
export function Loading({ lines = 3 }: { readonly lines?: number | undefined }) {
  return (
    <div class="loading" role="status">
      <span class="unseen">{useDesk().text.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="loading-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** How old the scores are that an answer rests on, and what changed since; marked when that is too much. */
export function Freshness({ state }: { readonly state: AnalysisState }) {
  const { format, words } = useWords('fresh');
  const { changedTies, changedConsents, finishedAt, running, stale } = state;
  if (finishedAt === null) return <p class="fresh stale">{words.never}</p>;
  const changed = [
    changedTies > 0 && words.ties(format.whole(changedTies), changedTies),
    changedConsents > 0 && words.consents(format.whole(changedConsents), changedConsents),
  ].filter((part) => part !== false);
  const since = changed.length > 0 ? words.changed(format.list(changed)) : stale ? words.old : words.nothing;
  return (
    <p class={stale ? 'fresh stale' : 'fresh'} title={format.moment(finishedAt)}>
      {words.analysed(format.age(finishedAt))} · {running ? words.running : since}
    </p>
  );
}

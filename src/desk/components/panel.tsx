import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Client } from '../client.js';
import { type Answer, useAnswer } from './answer.js';
import { Freshness, Loading, Notice, ProblemNotice } from './notice.js';

/** One box of the page: where its data comes from and how it looks. */
interface PanelProps<T> {
  readonly id: string;
  readonly title: string;
  readonly about?: ComponentChildren | ((data: T | null) => ComponentChildren);
  /** What the answer depends on: when it changes, the panel asks again. */
  readonly question?: string;
  /** While this stays, what is shown stays until the next answer is there, with what was typed and told in it. */
  readonly keep?: string | undefined;
  load(client: Client): Promise<T>;
  /** What is asked with: stays while the answer loads, and when it fails. */
  form?(data: T | null): ComponentChildren;
  children(data: NonNullable<T>): ComponentChildren;
  /** What stands there for no answer or an empty list. */
  readonly none?: ComponentChildren;
  /** What stays below the answer, whatever becomes of it. */
  readonly below?: ComponentChildren;
  /** It answers what was chosen elsewhere: where it is out of sight, as on a phone, it comes into view. */
  readonly answers?: true;
  /** Grey lines while it loads: as high as what is coming, so that nothing below jumps. */
  readonly lines?: number;
}

/** A section that loads by itself, says when it fails and why, and how old what it shows is. */
export function Panel<T>(props: PanelProps<T>) {
  const { id, title, about, question = '', load, form, children, none, below, answers, lines } = props;
  const [newest, again] = useAnswer(question, load);
  const answer = useKept(newest, props.keep);
  const section = useRef<HTMLElement>(null);
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    const top = section.current?.getBoundingClientRect().top ?? 0;
    if (answers && top > window.innerHeight - 120) section.current?.scrollIntoView();
  }, [question]);
  const data = answer.kind === 'ready' ? answer.data : null;
  return (
    <section class={`panel panel-${id}`} id={id} aria-labelledby={`${id}-title`} ref={section}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="about">{typeof about === 'function' ? about(data) : about}</p>
      <div class="content" aria-busy={newest.kind === 'loading'}>
        {form?.(data)}
        <Body {...{ answer, again, lines }}>
          {(found) => (isNone(found, none) ? <Nothing>{none}</Nothing> : children(found!))}
        </Body>
        {below}
      </div>
      <div class="foot">{answer.kind === 'ready' && answer.analysis && <Freshness state={answer.analysis} />}</div>
    </section>
  );
}

/** The last answer in the place of one that is on its way, as long as both are about the same. */
function useKept<T>(answer: Answer<T>, keep: string | undefined): Answer<T> {
  const last = useRef<{ readonly keep: string | undefined; readonly answer: Answer<T> } | null>(null);
  if (answer.kind !== 'loading') last.current = { keep, answer };
  return keep !== undefined && last.current?.keep === keep ? last.current.answer : answer;
}

function isNone(found: unknown, none: ComponentChildren): boolean {
  return found === null || (none !== undefined && Array.isArray(found) && found.length === 0);
}

function Nothing({ children }: { readonly children: ComponentChildren }) {
  return typeof children === 'string' ? <Notice>{children}</Notice> : children;
}

interface BodyProps<T> {
  readonly answer: Answer<T>;
  readonly again: () => void;
  readonly lines?: number | undefined;
  readonly children: (data: T) => ComponentChildren;
}

/** An answer once it is there; until then grey lines, or what went wrong. */
export function Body<T>({ answer, again, lines, children }: BodyProps<T>) {
  if (answer.kind === 'loading') return <Loading lines={lines} />;
  if (answer.kind === 'failed') return <ProblemNotice problem={answer.problem} retry={again} />;
  return <>{children(answer.data)}</>;
}

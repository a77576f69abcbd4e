import { useState } from 'preact/hooks';
import { useAction } from './answer.js';

/** Something that may be done with what is shown. */
export interface Turn {
  readonly name: string;
  readonly label: string;
  /** Of what cannot be undone: the label of the second press that does it. */
  readonly really?: string | undefined;
  readonly primary?: boolean;
  /** What came of it, in words. */
  work(): Promise<string | null>;
}

/** Buttons for what may be done, and what came of the last one; what cannot be undone is asked twice. */
export function Turns({ turns, no }: { readonly turns: readonly Turn[]; readonly no: string }) {
  const { busy, run, said } = useAction();
  const [sure, setSure] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const press = ({ name, really, work }: Turn) => {
    if (really !== undefined && sure !== name) return setSure(name);
    setSure(null);
    return run(async () => setTold(await work()));
  };
  return (
    <div class="turns">
      {turns.map((turn) => (
        <button
          key={turn.name}
          type="button"
          class={turn.primary || sure === turn.name ? 'primary' : undefined}
          disabled={busy}
          onClick={() => void press(turn)}
        >
          {sure === turn.name ? turn.really : turn.label}
        </button>
      ))}
      {sure && (
        <button type="button" class="plain" onClick={() => setSure(null)}>
          {no}
        </button>
      )}
      <div aria-live="polite">
        {told && <output class="may">{told}</output>}
        {said}
      </div>
    </div>
  );
}

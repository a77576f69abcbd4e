import type { ComponentChildren } from 'preact';
import { Bar, Swatch } from './bars.js';

/** One entry of a ranking: a name, a score, and why. */
interface WhoRow {
  readonly key: string;
  /** Where it leads; a row without one is a button. */
  readonly href?: string;
  readonly press?: () => void;
  readonly title?: string;
  readonly chosen?: boolean;
  /** The place of its community in the palette, where the row shows it. */
  readonly rank?: number;
  readonly name: string;
  /** What stands beside the name. */
  readonly beside?: ComponentChildren;
  readonly score: string;
  /** 0..1, as a bar below the score. */
  readonly share?: number;
  readonly why: ComponentChildren;
  readonly more?: ComponentChildren;
}

/** A ranking, the first on top; what is chosen is marked. */
export function Who({ rows, wide }: { readonly rows: readonly WhoRow[]; readonly wide?: true }) {
  return (
    <ol class="who">
      {rows.map((row) => (
        <li key={row.key}>
          {row.href === undefined ? (
            <button type="button" class="who-row" aria-pressed={row.chosen} title={row.title} onClick={row.press}>
              <Inside row={row} />
            </button>
          ) : (
            <a
              class={wide ? 'who-row wide-score' : 'who-row'}
              href={row.href}
              aria-current={row.chosen ? 'true' : undefined}
            >
              <Inside row={row} />
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

function Inside({ row: { rank, name, beside, score, share, why, more } }: { readonly row: WhoRow }) {
  return (
    <>
      <span class="who-name">
        {rank !== undefined && <Swatch rank={rank} />}
        <strong>{name}</strong>
        {beside}
      </span>
      <span class="who-score">
        {score}
        {share !== undefined && <Bar share={share} />}
      </span>
      <span class={rank === undefined ? 'who-why plain-start' : 'who-why'}>{why}</span>
      {more}
    </>
  );
}

interface ChoicesProps {
  readonly label: string;
  readonly choices: readonly { readonly href: string; readonly words: string; readonly chosen: boolean }[];
}

/** A few ways to look at the same: links of which one is chosen. */
export function Choices({ label, choices }: ChoicesProps) {
  return (
    <nav class="choices" aria-label={label}>
      {choices.map(({ href, words, chosen }) => (
        <a key={href} class="choice" href={href} aria-current={chosen ? 'true' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}

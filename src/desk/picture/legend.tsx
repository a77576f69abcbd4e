import type { ComponentChildren } from 'preact';
import { Swatch } from '../components/index.js';
import type { Desk } from '../desk.js';
import type { Format } from '../format.js';
import type { Group, Scene } from './drawing.js';
import { COLOURS } from './palette.js';

/** How many communities the legend names. */
const SHOWN = 8;

/** One colour or shape and what it means; one that is told apart by `group` can be shown alone. */
interface Entry {
  readonly words: string;
  /** The place of its colour in the palette. */
  readonly rank?: number;
  readonly shape?: string;
  readonly group?: string;
  readonly count?: string;
  readonly label?: string;
}

/** What the marks of a picture mean. */
export interface Key {
  readonly line: ComponentChildren;
  readonly entries: readonly Entry[];
  /** What is said of the entries left out. */
  readonly rest?: string | false;
  readonly label?: string;
}

/** What a community is called in a picture: where most of it lives, and who leads it. */
export function groupName({ city, leader }: Group, format: Format): string {
  return [format.word('city', city), leader].filter(Boolean).join(' · ');
}

/** The key of a picture of communities; `lines` says what its lines mean where they are not closeness by thickness. */
export function communityKey({ groups }: Scene, { text, format }: Desk, lines?: string): Key {
  const { picture: words, communities } = text;
  const colour = groups.length > COLOURS ? words.colours : words.colour;
  const more = groups.length - SHOWN;
  return {
    line: [colour, ...(lines ? [lines] : [words.size, words.line])].join(' · '),
    entries: groups.slice(0, SHOWN).map((group) => ({
      words: groupName(group, format),
      rank: group.rank,
      group: group.id,
      count: format.whole(group.size),
      label: words.community(groupName(group, format), format.whole(group.size)),
    })),
    rest: more > 0 && communities.more(format.whole(more)),
    label: communities.title,
  };
}

interface LegendProps {
  readonly of: Key;
  /** The group that is shown alone, if any. */
  readonly lit: string | null;
  light(group: string | null): void;
}

/** What colour, size and line mean; a group's entry shows that group alone while it is pressed. */
export function Legend({ of: { line, entries, rest, label }, lit, light }: LegendProps) {
  return (
    <div class="legend">
      <p class="legend-keys">{line}</p>
      <ul aria-label={label}>
        {entries.map((entry) => {
          const { group } = entry;
          if (group === undefined)
            return (
              <li key={entry.words} class="legend-rest">
                <Mark entry={entry} />
              </li>
            );
          const on = group === lit;
          return (
            <li key={group}>
              <button
                type="button"
                class="legend-entry"
                aria-pressed={on}
                aria-label={entry.label}
                onClick={() => light(on ? null : group)}
              >
                <Mark entry={entry} />
              </button>
            </li>
          );
        })}
        {rest && <li class="legend-rest quiet">{rest}</li>}
      </ul>
    </div>
  );
}

function Mark({ entry: { words, rank, shape, count } }: { readonly entry: Entry }) {
  return (
    <>
      {shape ? <span class={`shape shape-${shape}`} aria-hidden="true" /> : <Swatch rank={rank ?? -1} />}
      {words}
      {count && <span class="quiet">{count}</span>}
    </>
  );
}

/** The key of a picture whose colours each mean a group; `press` names those that can be shown alone. */
export function groupKey<G extends string>(
  line: string,
  ranks: Readonly<Record<G, number>>,
  words: Readonly<Record<G, string>>,
  press: readonly G[] = [],
): Key {
  const groups = Object.keys(ranks) as G[];
  return {
    line,
    entries: groups.map((group) => {
      const entry = { words: words[group], rank: ranks[group] };
      return press.includes(group) ? { ...entry, group } : entry;
    }),
  };
}

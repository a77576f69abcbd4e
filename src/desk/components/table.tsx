import type { ComponentChildren } from 'preact';

/** How a column is written: `number` to the right, `quiet` in grey, `bar` of a fixed width, `wraps` over lines. */
export type Column = 'number' | 'number quiet' | 'quiet' | 'bar-cell' | 'wraps' | 'text';

/** A row: its heading first, then a cell a column. */
export interface Row {
  readonly key: string;
  readonly cells: readonly ComponentChildren[];
}

interface TableProps {
  /** The columns in order; the first is the heading of each row. */
  readonly columns: readonly Column[];
  /** Names of the columns; a null lets the name before it reach over it. */
  readonly head?: readonly (string | null)[];
  readonly caption?: string;
  readonly rows: readonly Row[];
  readonly class?: string;
}

/** The one table of the desk. */
export function Table({ columns, head, caption, rows, class: name }: TableProps) {
  return (
    <table class={name}>
      {caption && <caption>{caption}</caption>}
      {head && <Head head={head} columns={columns} />}
      <tbody>
        {rows.map(({ key, cells: [heading, ...cells] }) => (
          <tr key={key}>
            <th scope="row" class={classOf(columns[0])}>
              {heading}
            </th>
            {cells.map((cell, place) => (
              <td key={place} class={classOf(columns[place + 1])}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ head, columns }: { readonly head: readonly (string | null)[]; readonly columns: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {head.map((name, place) => {
          if (name === null) return null;
          const reaches = head[place + 1] === null;
          return (
            <th
              key={name}
              scope="col"
              colSpan={reaches ? 2 : undefined}
              class={columns[place] === 'number' ? 'number' : undefined}
            >
              {name}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function classOf(column: Column | undefined): string | undefined {
  return column === 'text' ? undefined : column;
}

export interface Figure {
  readonly name: string;
  readonly value: string;
  readonly note?: string | undefined;
}

interface FiguresProps {
  readonly list: readonly Figure[];
  /** The strip on top of the overview. */
  readonly headline?: string;
}

/** A few figures: name, number, and a word on it. */
export function Figures({ list, headline }: FiguresProps) {
  return (
    <dl class={headline ? 'headline' : 'figures'} aria-label={headline}>
      {list.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="figure">{value}</dd>
          {note && <dd class="note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

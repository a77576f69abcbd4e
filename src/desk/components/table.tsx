import type { ComponentChildren } from 'preact';

/** How a column is written: `number` to the right, `quiet` in grey, `bar` of a fixed width, `wraps` over lines. */
type Column = 'number' | 'number quiet' | 'quiet' | 'bar-cell' | 'wraps' | 'text';

/** A row: its heading first, then a cell a column. */
type Row = readonly ComponentChildren[];

interface TableProps {
  /** The columns in order; the first is the heading of each row. */
  readonly columns: readonly Column[];
  /** Names of the columns; a null lets the name before it reach over it. */
  readonly head?: readonly (string | null)[];
  readonly caption?: string;
  readonly rows: readonly Row[];
  readonly class?: string;
}

/** The one table of the desk; one that is wider than the page is moved sideways under its first column. */
export function Table({ columns, head, caption, rows, class: name }: TableProps) {
  return (
    <div class="wide-table">
      <table class={name}>
        {caption && <caption>{caption}</caption>}
        {head && <Head head={head} columns={columns} />}
        <tbody>
          {rows.map(([heading, ...cells], row) => (
            <tr key={row}>
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
    </div>
  );
}

interface ListProps extends Pick<TableProps, 'columns' | 'rows'> {
  readonly class: string;
  readonly ordered?: true;
}

/** Short lines of a few cells each, narrower than a table. */
export function List({ columns, rows, class: name, ordered }: ListProps) {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag class={name}>
      {rows.map((cells, row) => (
        <li key={row}>
          {cells.map((cell, place) => (
            <span key={place} class={classOf(columns[place])}>
              {cell}
            </span>
          ))}
        </li>
      ))}
    </Tag>
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
              class={columns[place]?.startsWith('number') ? 'number' : undefined}
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

/** Name, number, and a word on it. */
export type Figure = readonly [name: string, value: string, note?: string | undefined];

interface FiguresProps {
  readonly list: readonly Figure[];
  /** The strip on top of the overview. */
  readonly headline?: string;
}

/** A few figures: name, number, and a word on it. */
export function Figures({ list, headline }: FiguresProps) {
  return (
    <dl class={headline ? 'headline' : 'figures'} aria-label={headline}>
      {list.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="figure">{value}</dd>
          {note && <dd class="note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

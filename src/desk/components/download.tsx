type Cell = string | number | null | undefined;

/** A button that saves what is shown as a table for spreadsheets. */
export function Download({ name, label, rows }: DownloadProps) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <button type="button" class="plain" onClick={save}>
      {label}
    </button>
  );
}

interface DownloadProps {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly label: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Begins with the mark by which spreadsheets know UTF-8; a text that they would take for a formula stays a text. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

function cellOf(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

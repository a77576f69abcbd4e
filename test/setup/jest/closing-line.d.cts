/** The last line of a run, out of jest's counts. */
export function closingLine(results: Readonly<Record<string, number>>): string;

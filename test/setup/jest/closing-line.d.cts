/** The last line of a run, out of jest's counts and the last line of a run before it. */
export function closingLine(results: Readonly<Record<string, number>>, before?: string): string;

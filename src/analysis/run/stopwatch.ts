/** Times the steps of a run and says each when it is done. */
export interface Stopwatch {
  step<T>(name: string, work: () => Promise<T>, say?: (result: T) => string): Promise<T>;
  /** Milliseconds by step, in the order they ran. */
  readonly durations: Readonly<Record<string, number>>;
}

export function startStopwatch(onProgress: (line: string) => void): Stopwatch {
  const durations: Record<string, number> = {};
  return {
    durations,
    async step(name, work, say) {
      const started = performance.now();
      const result = await work();
      durations[name] = Math.round(performance.now() - started);
      const detail = say?.(result);
      onProgress(
        `${name.padEnd(14)} ${(durations[name] / 1000).toFixed(1).padStart(6)} s${detail ? `  ${detail}` : ''}`,
      );
      return result;
    },
  };
}

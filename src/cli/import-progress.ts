import type { StepProgress } from '../intake/index.js';
import type { CliContext } from './context.js';

/** Milliseconds between two plain lines; a terminal's one line is renewed as often as there is news. */
const EVERY_MS = 3_000;

/** Rows per second and time left: one renewed line on a terminal, a plain line every few seconds elsewhere. */
export function progressLine({ err }: Pick<CliContext, 'err'>, terminal = process.stderr) {
  let step = '';
  let began = 0;
  let last = 0;
  return {
    show: (progress: StepProgress): void => {
      const now = Date.now();
      if (progress.step !== step) [step, began, last] = [progress.step, now - progress.ms, terminal.isTTY ? 0 : last];
      const line = lineOf(progress, now - began);
      if (terminal.isTTY) terminal.write(`\r\x1b[2K${line}`);
      else if (now - last >= EVERY_MS) err(line);
      if (terminal.isTTY || now - last >= EVERY_MS) last = now;
    },
    end: (): void => void (terminal.isTTY && terminal.write('\r\x1b[2K')),
  };
}

function lineOf({ step, rows, share }: StepProgress, ms: number): string {
  const speed = Math.round((rows / Math.max(ms, 1)) * 1000);
  const left = share > 0 ? ((ms / share) * (1 - share)) / 1000 : 0;
  return `${step}: ${rows} rows, ${speed} a second, ${Math.round(share * 100)} %, ${Math.ceil(left)} s left`;
}

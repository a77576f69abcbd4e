import { type Browser, chromium } from 'playwright-core';
import { findOnPath } from './path.js';

/** First the one that draws no window's frame: each page takes a second less of processor time. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** A Chromium of this machine: the one that CHROMIUM names, else the first on the PATH. */
const found = process.env.CHROMIUM ?? NAMES.map(pathOf).find(Boolean);

function pathOf(name: string): string | null {
  try {
    return findOnPath(name);
  } catch {
    return null;
  }
}

/** `test` where there is a Chromium; else skipped, and said. */
export function browserTest(): jest.It {
  if (found) return test;
  process.stderr.write('skipped: tests in a browser, since no Chromium was found (Debian: apt-get install chromium)\n');
  return test.skip;
}

/** Nothing of it calls anybody. */
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** What a page is waited for; less than what a test may take, so that it says which part was missing. */
export const PATIENCE_MS = 600_000;

/** Chromium without a window and with a profile of its own, which goes as it is closed. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: found!, headless: true, args: ARGUMENTS });
}

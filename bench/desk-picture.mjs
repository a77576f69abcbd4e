/**
 * Takes the picture of the desk that a README shows: `node bench/desk-picture.mjs URL [FILE [LANGUAGE]]`, with the address
 * of the desk that `npm start` prints; docs/desk.png is in English, docs/desk.zh.png in `zh-CN`. Chromium is found by
 * CHROMIUM, or on the PATH; it needs fonts for Chinese (fonts-noto-cjk).
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const [url, file = 'docs/desk.png', language = 'en-US'] = process.argv.slice(2);
if (!url) throw new Error('say which page: node bench/desk-picture.mjs http://127.0.0.1:4000/#token=…');

const profile = mkdtempSync(join(tmpdir(), 'guanxi-desk-'));
const args = [
  ...['--headless=new', '--no-sandbox', '--hide-scrollbars', '--disable-gpu', '--force-device-scale-factor=1'],
  ...[`--user-data-dir=${profile}`, '--window-size=1280,860', '--virtual-time-budget=20000'],
  ...[`--lang=${language}`, `--accept-lang=${language}`],
  ...[`--screenshot=${resolve(file)}`, url],
];
const found = [process.env.CHROMIUM, ...NAMES].filter(Boolean).find((name) => {
  return spawnSync(name, ['--version']).status === 0;
});
if (!found) throw new Error('no Chromium was found: install one, or name it in CHROMIUM');
const { status, stderr } = spawnSync(found, args, { encoding: 'utf8', timeout: 120_000 });
rmSync(profile, { recursive: true, force: true });
if (status !== 0) throw new Error(`Chromium ended with ${status}: ${stderr.slice(-400)}`);
process.stdout.write(`written: ${file}\n`);

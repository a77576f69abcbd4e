/**
 * Takes the pictures of the desk that the READMEs show: `node bench/desk-picture.mjs URL`, with the address of the desk
 * that `npm start` prints: docs/desk.png in English, docs/desk.zh.png in Chinese. Chromium is found by CHROMIUM, or in one
 * of the usual places; it needs fonts for Chinese (fonts-noto-cjk).
 */
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const NAMES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PICTURES = { 'docs/desk.png': 'en-US', 'docs/desk.zh.png': 'zh-CN' };
/** The network moves into its places before it is drawn for good, in ms. */
const SETTLES = 6000;

const url = process.argv[2];
if (!url) throw new Error('say which page: node bench/desk-picture.mjs http://127.0.0.1:4000/#token=…');
const found = [process.env.CHROMIUM, ...NAMES].filter(Boolean).find((name) => {
  return spawnSync(name, ['--version']).status === 0;
});
if (!found) throw new Error('no Chromium was found: install one, or name it in CHROMIUM');

const browser = await chromium.launch({ executablePath: found, args: ['--no-sandbox'] });
for (const [path, locale] of Object.entries(PICTURES)) {
  const page = await browser.newPage({ locale, viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.waitForSelector('canvas');
  await page.waitForTimeout(SETTLES);
  await page.screenshot({ path });
  process.stdout.write(`written: ${path}\n`);
}
await browser.close();

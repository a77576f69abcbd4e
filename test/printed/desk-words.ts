import type { Browser, Page } from 'playwright-core';
import { VIEWS } from '../../src/desk/route.js';
import { LANGUAGES, type Language } from '../../src/desk/text/text.js';
import { type ApiServer, token } from '../api/api-server.js';
import { browserTest, openChromium, PATIENCE_MS } from '../setup/chromium.js';

/** Whom and what the detailed views are about, by ids of the made world. */
const ADDRESSES = [...VIEWS, 'overview/C0000002', 'influence/KOL/C0000002', 'referral/C0000002', 'companies/B000001'];

/** Latin words that a Chinese page may hold: ids, what has no other name in Chinese, and what is typed. */
const ALLOWED_IN_CHINESE = [
  ...[/C-[0-9A-Z]{7}/g, /\b[CBOSPMGIT]\d{3,}\b/g, /\bk-[0-9a-f]{10}\b/g, /\{\{\w+\}\}/g, /“TD”/g],
  ...[
    /Switch to English/g,
    /seed\/journeys\//g,
    /\b(RFM|FM|KOL|KOC|AUC|PageRank|Esc|Ctrl|Mac|Cmd|YAML|JSON|CSV|English)\b/g,
  ],
  ...[/(node bin\/guanxi\.mjs|guanxi) [\w ./-]+/g],
];
/** The switch to the other language. */
const ALLOWED_IN_ENGLISH = [/切换到中文|中文/g];

/** Every view of the desk in a browser, in both languages: no word of the other one, and nothing beside the window. */
export function deskSpeaksOneLanguage(serverOf: () => ApiServer): void {
  const run = browserTest();
  let browser: Browser;
  afterAll(() => browser?.close());

  run('no view of the desk mixes English and Chinese, or is wider than the window, a phone too', async () => {
    browser = await openChromium();
    const link = `${serverOf().url}/#token=${await token('admin')}`;
    const { records } = await serverOf().graph.driver.executeQuery('MATCH (n:Company|Campaign) RETURN n.name AS name');
    const names = records.map((record) => record.get('name') as string); // their owners' words, in one language
    const mixed = await Promise.all(LANGUAGES.map((language) => mixedIn(browser, { link, names, language })));
    expect(mixed.flat()).toEqual([]);
  });
}

/** The Chinese walk is on a phone. */
const PHONE = { width: 390, height: 844 };
const WIDER = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

interface Walk {
  readonly link: string;
  readonly names: readonly string[];
  readonly language: Language;
}

async function mixedIn(browser: Browser, { link, names, language }: Walk): Promise<string[]> {
  // the page's own policy forbids what waits and reads here
  const screen = language === 'zh' ? { locale: 'zh-CN', viewport: PHONE } : { locale: 'en-US' };
  const context = await browser.newContext({ ...screen, bypassCSP: true });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(link);
  const found: string[] = [];
  for (const address of ADDRESSES) {
    const texts = await textsAt(page, address);
    const foreign = texts.filter((text) => isForeign(without(text, names), language));
    found.push(...foreign.map((text) => `${language} #${address}: ${text}`));
    if (await page.evaluate<boolean>(WIDER)) found.push(`${language} #${address}: wider than the window`);
    if (texts.length < 20) found.push(`${language} #${address}: shows next to nothing`);
  }
  await context.close();
  return found;
}

function without(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ''), text);
}

function isForeign(text: string, language: Language): boolean {
  const [allowed, foreign] =
    language === 'zh' ? [ALLOWED_IN_CHINESE, /[A-Za-z]{2,}/] : [ALLOWED_IN_ENGLISH, /\p{Script=Han}/u];
  return foreign.test(allowed.reduce((rest, words) => rest.replace(words, ''), text));
}

/** Whether the answers of a view are there. */
const READY = (view: string) => `
  document.querySelector('nav [aria-current=page]')?.getAttribute('href') === '#${view}' &&
  document.querySelector('.panel') !== null && document.querySelector('[aria-busy=true]') === null`;

/** All that a page says, to the eye and to a screen reader. */
const TEXTS = `(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement.closest('script, style, noscript, textarea, pre, code')) texts.push(node.textContent.trim());
  const named = { 'aria-label': '', title: '', placeholder: 'input' }; // a large field shows a definition to type
  for (const [name, element] of Object.entries(named))
    for (const one of document.querySelectorAll(element + '[' + name + ']')) texts.push(one.getAttribute(name));
  return [...new Set(texts)].filter(Boolean);
})()`;

async function textsAt(page: Page, address: string): Promise<string[]> {
  await page.evaluate(`location.hash = '${address}'`);
  await page.waitForFunction(READY(address.split('/')[0]!));
  return page.evaluate<string[]>(TEXTS);
}

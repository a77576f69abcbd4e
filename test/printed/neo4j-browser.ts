import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { browserLink } from '../../src/cli/start/browser-link.js';
import { loadLibrary, statementOf } from '../../src/graph/library/library.js';
import { asTried } from '../../src/graph/library/literals.js';
import { asPasted } from '../../src/graph/library/tried.js';
import { packageRoot } from '../../src/kernel/root.js';
import { browserTest, openChromium, PATIENCE_MS } from '../setup/chromium.js';
import { testBrowser, testDatabase } from '../setup/database.js';

const library = loadLibrary();

/** Links as `npm start` and `guanxi cypher open` print them; the first is the one of `npm start`. */
const LINKS = ['analysis/bridges', 'network/ties-of', 'value/rfm-segments'];

/** Files as `guanxi cypher show` prints them: integers and floats, text, a list, times, maps and nothing. */
const PASTED = [
  'analysis/bridges',
  'network/ties-of',
  'network/steps/ties/customer-points',
  'consent/steps/contact/standings',
];

/** What is printed, in the Neo4j Browser that the server ships: opened, pasted and run as a person does, on the made world. */
export function browserTakesWhatIsPrinted(): void {
  const run = browserTest();
  let browser: Browser;
  afterAll(() => browser?.close());

  run('the links that are printed show rows, and so does what is pasted', async () => {
    browser = await openChromium();
    const shown: Record<string, string> = {};
    for (const name of LINKS) {
      const page = await signedIn(browser, linkOf(name));
      await page.getByTestId('editor-Run').click();
      shown[`link ${name}`] = await answer(page, asTried(statementOf(library, name)).split('\n')[0]!);
    }
    const page = await signedIn(browser, linkOf(LINKS[0]!));
    for (const name of PASTED) shown[`pasted ${name}`] = await pasted(page, name);
    const wrong = Object.entries(shown).filter(([, text]) => !/Started streaming [1-9]\d* records/.test(text));
    expect(wrong).toEqual([]);
  });
}

function linkOf(name: string): string {
  return browserLink(testBrowser()!, statementOf(library, name));
}

async function signedIn(browser: Browser, link: string): Promise<Page> {
  const { user, password } = testDatabase();
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(link);
  await page.getByTestId('username').fill(user);
  await page.getByTestId('password').fill(password);
  await page.getByTestId('connect').click();
  await page.getByText(`You are connected as user ${user}`).first().waitFor();
  return page;
}

/** What the frame of a command says, once it has an answer. */
async function answer(page: Page, command: string): Promise<string> {
  const frame = page.getByTestId('frame').filter({ hasText: command }).first();
  await frame
    .getByText(/Started streaming|ERROR/)
    .first()
    .waitFor();
  return frame.innerText();
}

/** Pastes a text into the editor and runs it. */
async function paste(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('Control+V');
  await page.keyboard.press('Control+Enter');
}

/** Everything in one paste is a list of commands, of which Browser says how each went; then the question alone has rows. */
async function pasted(page: Page, name: string): Promise<string> {
  const statement = statementOf(library, name);
  const source = readFileSync(join(packageRoot, 'cypher', `${name}.cypher`), 'utf8');
  const title = statement.title.slice(0, 40);
  await paste(page, asPasted(statement, source));
  const icons = page.getByTestId('frame').filter({ hasText: title }).first().getByTestId('multi-statement-list-icon');
  const went = icons.and(page.locator('[title="Status: success"], [title="Status: error"]'));
  await went.nth(statement.tried.size).waitFor();
  const told = await icons.evaluateAll((all) => all.map((one) => (one as unknown as { title: string }).title));
  if (told.some((one) => one !== 'Status: success')) return told.join();
  await paste(page, source);
  return answer(page, title);
}

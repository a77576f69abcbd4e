import type { Headline } from '../answers.js';
import { fill, h } from '../dom.js';
import { headline, mayAnalyse, runAnalysis } from '../questions.js';
import type { Desk } from '../store.js';
import { audiencePanel } from './audience.js';
import { communitiesPanel } from './communities.js';
import { headlineStrip } from './headline.js';
import { influencersPanel } from './influencers.js';
import { asProblem, loadingNotice, problemNotice, stepsNotice } from './notice.js';
import { panel } from './panel.js';
import { picturePanel } from './picture.js';
import { segmentsPanel } from './segments.js';

/** The network at a glance: the figures decide whether there is anything to show, and what to do if not. */
export function overviewPage(desk: Desk): HTMLElement {
  const main = h('div', { class: 'desk' });
  void start(desk, main);
  return main;
}

async function start(desk: Desk, main: HTMLElement): Promise<void> {
  fill(main, loadingNotice(desk.text(), 6));
  try {
    const figures = await headline(desk.client);
    fill(main, headlineStrip(desk, figures), ...parts(desk, figures, () => void start(desk, main)));
  } catch (error) {
    const problem = asProblem(error);
    if (problem.code === 'UNAUTHENTICATED') return desk.expired();
    fill(
      main,
      problemNotice(problem, desk.text(), () => void start(desk, main)),
    );
  }
}

function parts(desk: Desk, figures: Headline, again: () => void): HTMLElement[] {
  if (figures.customers === 0) return [following(desk, () => emptyNotice(desk))];
  const below = h('div', { class: 'below' });
  if (figures.analysedAt === null) {
    fill(below, panel(desk, segmentsPanel), panel(desk, audiencePanel()));
    return [following(desk, () => unanalysedNotice(desk, again)), below];
  }
  const first = h(
    'div',
    { class: 'first' },
    panel(desk, picturePanel(figures.profiled)),
    panel(desk, influencersPanel),
  );
  fill(below, panel(desk, communitiesPanel), panel(desk, segmentsPanel), panel(desk, audiencePanel()));
  return [first, below];
}

/** A notice that is made anew when the language changes. */
function following(desk: Desk, make: () => HTMLElement): HTMLElement {
  const box = h('div', {}, make());
  desk.onChange((changed) => changed.has('language') && fill(box, make()));
  return box;
}

function emptyNotice(desk: Desk): HTMLElement {
  const { title, about, commands } = desk.text().empty;
  return stepsNotice(title, about, commands);
}

function unanalysedNotice(desk: Desk, again: () => void): HTMLElement {
  const text = desk.text();
  const { title, about, commands, button, running } = text.noAnalysis;
  if (!mayAnalyse(desk.role)) return stepsNotice(title, about, commands);
  const said = h('div', { 'aria-live': 'polite' });
  const run = h('button', { type: 'button', class: 'primary' }, button);
  run.addEventListener('click', async () => {
    run.disabled = true;
    run.textContent = running;
    try {
      await runAnalysis(desk.client);
      again();
    } catch (error) {
      fill(said, problemNotice(asProblem(error), text));
      run.disabled = false;
      run.textContent = button;
    }
  });
  return stepsNotice(title, about, commands, run, said);
}

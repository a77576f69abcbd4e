import { communitiesPage } from '../communities/page.js';
import { companiesPage } from '../companies/page.js';
import { fill, h } from '../dom.js';
import { fraudPage } from '../fraud/page.js';
import { influencePage } from '../influence/page.js';
import { referralPage } from '../referral/page.js';
import { hrefOf, VIEWS, type View } from '../route.js';
import { spreadPage } from '../spread/page.js';
import { type Desk, partOf } from '../store.js';
import { overviewPage } from './page.js';

const PAGES: Readonly<Record<View, (desk: Desk) => HTMLElement>> = {
  overview: overviewPage,
  influence: influencePage,
  communities: communitiesPage,
  referral: referralPage,
  companies: companiesPage,
  fraud: fraudPage,
  spread: spreadPage,
};

/** The ways through the page and, below them, the view that the address asks for. */
export function shell(desk: Desk): HTMLElement {
  const main = h('main', { id: 'main', tabindex: '-1' });
  let part = partOf(desk);
  let shown: View | null = null;
  const enter = () => {
    const { view } = desk.state().route;
    if (view === shown) return;
    // Whoever followed a link of the view that goes now would be left nowhere.
    const lost = main.contains(document.activeElement);
    part.end();
    part = partOf(desk);
    shown = view;
    desk.set({ chosen: null });
    fill(main, PAGES[view](part));
    if (!lost) return;
    main.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  };
  desk.onChange((changed) => changed.has('route') && enter());
  enter();
  return h('div', {}, waysThrough(desk), main);
}

function waysThrough(desk: Desk): HTMLElement {
  const ways = h('nav', { class: 'ways' });
  const links = VIEWS.map((view) => ({ view, link: h('a', { href: hrefOf(view) }) }));
  const show = () => {
    const { ways: words } = desk.text();
    ways.setAttribute('aria-label', words.label);
    for (const { view, link } of links) {
      link.textContent = words[view];
      const here = view === desk.state().route.view;
      if (here) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
      // On a phone the ways are wider than the page.
      if (here && ways.isConnected) link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  };
  fill(
    ways,
    links.map(({ link }) => link),
  );
  desk.onChange((changed) => (changed.has('route') || changed.has('language')) && show());
  show();
  return ways;
}

import { render } from 'preact-render-to-string';
import { clientFor } from '../../src/desk/client.js';
import { Chains } from '../../src/desk/components/chains.js';
import { Table } from '../../src/desk/components/table.js';
import { Who } from '../../src/desk/components/who.js';
import { type Desk, DeskContext } from '../../src/desk/desk.js';
import { formatFor } from '../../src/desk/format.js';
import { sceneOf } from '../../src/desk/picture/drawing.js';
import { Network } from '../../src/desk/picture/network.js';
import { routeOf, VIEWS } from '../../src/desk/route.js';
import { Page, Shell } from '../../src/desk/shell.js';
import { dictionaries, LANGUAGES, type Language } from '../../src/desk/text/text.js';

function deskIn(language: Language, address = '#overview', role: string | null = 'analyst'): Desk {
  return {
    client: clientFor('none'),
    role,
    language,
    theme: 'light',
    text: dictionaries[language],
    format: formatFor(dictionaries[language].locale),
    route: routeOf(address),
    scene: null,
    chosen: null,
    revision: 0,
    reviewed: 0,
    campaigned: 0,
    acted: 0,
    saved: 0,
    set: () => {},
    expired: () => {},
  };
}

const shown = (part: preact.ComponentChild, desk = deskIn('en')) =>
  render(<DeskContext.Provider value={desk}>{part}</DeskContext.Provider>);

describe('a page', () => {
  it.each(LANGUAGES.flatMap((language) => VIEWS.map((view) => [view, language] as const)))(
    '%s is drawn in %s, and says that its answers are on their way',
    (view, language) => {
      const html = shown(<Page view={view} />, deskIn(language));
      expect(html).toContain(dictionaries[language].loading);
      expect(html).not.toMatch(/undefined|NaN|\[object/);
    },
  );

  it('has the boxes of its view, in the order in which they are read', () => {
    const boxes = (view: (typeof VIEWS)[number], role?: string) =>
      [...shown(<Page view={view} />, deskIn('en', '#fraud', role)).matchAll(/<section [^>]*id="([^"]+)"/g)].map(
        ([, id]) => id,
      );
    expect(boxes('influence')).toEqual(['influence-list', 'explained', 'movers', 'circle']);
    expect(boxes('communities')).toEqual(['community-list', 'changes', 'profile', 'inside']);
    expect(boxes('referral')).toEqual(['referrers', 'paths', 'k-factor', 'hidden', 'tree', 'ask-next']);
    expect(boxes('companies')).toEqual(['company-list', 'decision']);
    expect(boxes('fraud')).toEqual(['rings', 'quality', 'ring', 'held']);
    expect(boxes('fraud', 'marketer')).toEqual(['rings', 'quality', 'held']);
    expect(boxes('campaigns')).toEqual(['campaign-list', 'audience', 'campaign', 'touches']);
    expect(boxes('campaigns', 'marketer')).toEqual(['campaign-list', 'campaign-build', 'campaign', 'touches']);
    expect(boxes('spread')).toEqual(['seeds', 'contagion']);
    expect(boxes('journeys')).toEqual([
      ...['journeys', 'journey-alerts', 'journey-steps', 'journey-person', 'journey-build'],
    ]);
    expect(boxes('experiments')).toEqual(['experiment-list', 'experiment-results', 'experiment-build']);
    expect(boxes('attribution')).toEqual(['attribution']);
    expect(boxes('programme')).toEqual(['simulated', 'leaderboard', 'programmes']);
    expect(boxes('value')).toEqual([
      ...['rfm-grid', 'segment-shares', 'clv-spread', 'clv-cohorts', 'tiers', 'leaving', 'migration'],
    ]);
  });

  it('marks the way to itself among all of them', () => {
    const html = shown(<Shell />, deskIn('en', '#fraud/ring-1'));
    expect(html.match(/aria-current="page"/g)).toHaveLength(1);
    expect(html).toMatch(/<a href="#fraud" aria-current="page"/);
    for (const view of VIEWS) expect(html).toContain(`href="#${view}"`);
  });
});

describe('what pages are made of', () => {
  it('never turns what the server says into markup', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const rows = [[evil, evil]];
    const who = [{ key: 'a', href: '#x', name: evil, score: '1', why: evil }];
    const html = shown(
      <>
        <Table columns={['text', 'number']} rows={rows} />
        <Who rows={who} />
      </>,
    );
    expect(html).not.toContain('<img');
    expect(html.match(/&lt;img/g)).toHaveLength(4);
  });

  it('names each column over its cells, one name over two where there is none for the second', () => {
    const html = shown(<Table columns={['text', 'bar-cell', 'number']} head={['a', 'b', null]} rows={[[1, 2, 3]]} />);
    expect(html).toContain('<th scope="col">a</th><th scope="col" colspan="2">b</th></tr>');
    expect(html).toContain('<th scope="row">1</th><td class="bar-cell">2</td><td class="number">3</td>');
  });

  it('leads from everybody in a chain to why they have their score', () => {
    const steps = ['a', 'b'].map((customerId) => ({ customerId, customer: null, closeness: 0.5 }));
    const html = shown(<Chains chains={[{ chance: 0.25, steps }]} closeness />);
    expect(html).toContain('25%');
    expect(html).toContain('<a href="#influence/ALL/a">a</a><span class="quiet"> → 50% → </span>');
  });

  it('tells a picture in words to those who do not see it, and says when there is nobody to draw', () => {
    const node = { id: 'a', labels: ['Customer'], properties: { alias: 'C-A', communityId: 'k', city: '成都' } };
    const html = shown(<Network scene={sceneOf({ nodes: [node], ties: [] })} label="Referral tree" />);
    expect(html).toContain(`aria-label="Referral tree ${dictionaries.en.picture.canvas}"`);
    expect(html).toContain('aria-label="Chengdu · C-A, 1 drawn"');
    expect(shown(<Network scene={sceneOf({ nodes: [], ties: [] })} />)).toContain(dictionaries.en.picture.noTies);
  });
});

import type { Library } from '../../graph/library/library.js';
import { statementOf } from '../../graph/library/library.js';
import { withLiterals } from '../../graph/library/literals.js';
import { type BeginWith, idFor } from '../begin-with.js';

interface Slide {
  readonly title: string;
  readonly text: string;
  readonly statements: readonly string[];
}

const SLIDES: readonly Slide[] = [
  {
    title: 'Customers as a network',
    text: 'People are nodes of label <code>Customer</code>, by alias: what names a person is sealed. Who consents to profiling is <code>Profiled</code> too. <code>KNOWS</code> is one tie per pair, with a closeness of 0 to 1. Click a statement, then run it.',
    statements: ['network/headline', 'network/overview.picture'],
  },
  {
    title: 'Who matters, and why',
    text: 'Influence is a blend of reach, response, conversions and brokerage. Each part is 0 to 100.',
    statements: ['analysis/influencers', 'analysis/influencers.picture', 'analysis/bridges.picture'],
  },
  {
    title: 'Which communities there are',
    text: 'Leiden finds them by closeness; a community keeps its id while most of its members stay.',
    statements: ['analysis/communities', 'analysis/communities.picture', 'analysis/community-profile.picture'],
  },
  {
    title: 'Who brought whom',
    text: 'A tree of referrals is worth what everybody in it bought and kept.',
    statements: ['network/top-referrers', 'fraud/rings.picture'],
  },
  {
    title: 'What customers are worth',
    text: 'Recency, frequency and spend from 1 to 5 each, and the segments of them; stages of the lifecycle.',
    statements: ['value/rfm-segments', 'value/rfm-segments.picture', 'value/lifecycle-stages'],
  },
];

/** A guide of Neo4j Browser, in the form that its `:play` shows: slides with statements to click and run. */
export function browserGuide(library: Library, ids: BeginWith): string {
  const slides = SLIDES.map(({ title, text, statements }) => {
    const shown = statements.map((name) => statementOf(library, name));
    const parts = shown.map(
      (one) => `<p>${escaped(one.title)}</p>\n${pre(withLiterals(one, (param) => idFor(one, param, ids)))}`,
    );
    return `<slide class="row-fluid">\n<div class="col-sm-12">\n<h3>${title}</h3>\n<p>${text}</p>\n${parts.join('\n')}\n</div>\n</slide>`;
  });
  return `<article class="guide">\n<carousel class="deck container-fluid">\n${slides.join('\n')}\n</carousel>\n</article>\n`;
}

function pre(cypher: string): string {
  return `<pre mode="cypher" class="pre-scrollable programlisting cm-s-neo code runnable standalone-example">${escaped(cypher)}</pre>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

import { type Audience, type SegmentChoice, segmentNameIn } from '../answers.js';
import { bar, type Child, fill, h } from '../dom.js';
import { audience, segmentChoices } from '../questions.js';
import type { Desk } from '../store.js';
import { select } from './fields.js';
import { asProblem, loadingNotice, problemNotice } from './notice.js';
import type { PanelSpec } from './panel.js';

/** The server's word for the segment that is every customer; it is not in the list of segments. */
const EVERYONE = 'all';

/** What was asked last, kept so that a change of language does not lose it. */
interface Asked {
  readonly segment: string;
  readonly purpose: string;
  readonly channel: string;
}

/** Who of a segment may be contacted for a purpose through a channel, and who is left out and why. */
export function audiencePanel(): PanelSpec<readonly SegmentChoice[]> {
  let asked: Asked | null = null;
  return {
    id: 'audience',
    title: (text) => text.audience.title,
    about: (text) => text.audience.about,
    load: (desk) => segmentChoices(desk.client),
    body: (choices, desk) => {
      const answer = h('div', { class: 'answer', 'aria-live': 'polite' });
      const ask = () => asked && void preview(asked, desk, answer);
      if (asked) ask();
      const submit = (event: Event) => {
        event.preventDefault();
        asked = Object.fromEntries(new FormData(event.target as HTMLFormElement)) as unknown as Asked;
        ask();
      };
      return [form(choices, asked, desk, submit), answer];
    },
  };
}

function form(
  choices: readonly SegmentChoice[],
  asked: Asked | null,
  desk: Desk,
  submit: (event: Event) => void,
): HTMLElement {
  const { audience: words, purpose, channel } = desk.text();
  const named = choices.map((s): [string, string] => [s.id, segmentNameIn(s, desk.state().language)]);
  const segmentOptions: [string, string][] = [[EVERYONE, words.everyone], ...named];
  return h(
    'form',
    { class: 'audience', onsubmit: submit },
    select('segment', words.segment, segmentOptions, asked?.segment),
    select('purpose', words.purpose, Object.entries(purpose), asked?.purpose),
    select('channel', words.channel, Object.entries(channel), asked?.channel),
    h('button', { type: 'submit', class: 'primary' }, words.button),
  );
}

async function preview(asked: Asked, desk: Desk, answer: HTMLElement): Promise<void> {
  fill(answer, loadingNotice(desk.text(), 2));
  try {
    const found = await audience(desk.client, asked.segment, asked.purpose, asked.channel);
    fill(answer, ...result(found, desk));
  } catch (error) {
    fill(
      answer,
      problemNotice(asProblem(error), desk.text(), () => void preview(asked, desk, answer)),
    );
  }
}

function result(found: Audience, desk: Desk): Child[] {
  const text = desk.text();
  const { whole } = desk.format();
  if (found.total === 0) return [h('p', { class: 'notice' }, text.audience.emptySegment)];
  return [
    h('p', { class: 'may' }, text.audience.may(whole(found.reachable), whole(found.total))),
    bar(found.reachable / found.total, 'bar wide'),
    found.leftOut.length === 0
      ? h('p', { class: 'quiet' }, text.audience.nobodyOut)
      : h(
          'table',
          {},
          h('caption', {}, text.audience.leftOut),
          h(
            'tbody',
            {},
            found.leftOut.map(({ reason, customers }) =>
              h(
                'tr',
                {},
                h('th', { scope: 'row' }, text.reason[reason] ?? reason),
                h('td', { class: 'number' }, whole(customers)),
              ),
            ),
          ),
        ),
  ];
}

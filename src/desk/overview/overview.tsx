import type { Client } from '../client.js';
import { Problem } from '../client.js';
import { useAction, useAnswer } from '../components/answer.js';
import { Steps } from '../components/notice.js';
import { Body } from '../components/panel.js';
import { Figures } from '../components/table.js';
import { useDesk } from '../desk.js';
import { analyzeMutation, communitiesQuery, headlineQuery, spendQuery } from '../operations.gen.js';
import { Audience } from './audience.js';
import { Communities, Influencers, Picture, Segments } from './panels.js';

type Headline = Awaited<ReturnType<typeof headline>>;

/** The first figures. What a role may not ask beyond them, or a very large graph does not tell in time, is left out. */
async function headline(client: Client) {
  const [found, spent, largest] = await Promise.all([
    client.ask(headlineQuery, {}),
    allowed(client.ask(spendQuery, {})),
    allowed(client.ask(communitiesQuery, { limit: 1 })),
  ]);
  return { ...found.headline[0]!, spent: spent?.spend ?? [], largest: largest?.topCommunities[0]?.size ?? null };
}

async function allowed<A>(answer: Promise<A>): Promise<A | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Problem && ['FORBIDDEN', 'TIMEOUT'].includes(error.code)) return null;
    throw error;
  }
}

/** The network at a glance: the figures decide whether there is anything to show, and what to do if not. */
export function Overview() {
  const [answer, again] = useAnswer('', headline);
  return (
    <div class="desk">
      <Body {...{ answer, again }} lines={6}>
        {(figures) => (
          <>
            <Strip figures={figures} />
            <Boxes figures={figures} again={again} />
          </>
        )}
      </Body>
    </div>
  );
}

function Boxes({ figures, again }: { readonly figures: Headline; readonly again: () => void }) {
  const { text } = useDesk();
  if (figures.customers === 0) return <Steps words={text.empty} />;
  const analysed = figures.lastRunAt !== null;
  return (
    <>
      {analysed ? (
        <div class="first">
          <Picture everybody={figures.profiled} />
          <Influencers />
        </div>
      ) : (
        <Unanalysed again={again} />
      )}
      <div class="below">
        {analysed && <Communities />}
        <Segments />
        <Audience />
      </div>
    </>
  );
}

/** Starts the analysis, for roles that may. */
function Unanalysed({ again }: { readonly again: () => void }) {
  const { text, role, client } = useDesk();
  const { button, running } = text.noAnalysis;
  const { busy, run, said } = useAction();
  const analyse = () => run(() => client.ask(analyzeMutation, {}).then(again));
  return (
    <Steps words={text.noAnalysis}>
      {(role === 'admin' || role === 'analyst') && (
        <>
          <button type="button" class="primary" disabled={busy} onClick={analyse}>
            {busy ? running : button}
          </button>
          <div aria-live="polite">{said}</div>
        </>
      )}
    </Steps>
  );
}

/** The figures a stranger reads first. */
function Strip({ figures: found }: { readonly figures: Headline }) {
  const { text, format } = useDesk();
  const words = text.headline;
  const each = (count: number) => (found.customers > 0 ? count / found.customers : 0);
  const [first, ...more] = found.spent.map(({ spendMinor, currency }) => format.money(spendMinor, currency));
  const { lastRunAt: analysed, largest } = found;
  const list = [
    { name: words.customers, value: format.whole(found.customers) },
    {
      name: words.profiled,
      value: format.share(each(found.profiled)),
      note: words.profiledNote(format.whole(found.profiled)),
    },
    // Every tie has two ends.
    {
      name: words.ties,
      value: format.whole(found.ties),
      note: words.tiesNote(format.decimal(each(2 * found.ties))),
    },
    {
      name: words.communities,
      value: analysed ? format.whole(found.communities) : '–',
      note: largest ? words.communitiesNote(format.whole(largest)) : '',
    },
    {
      name: words.orders,
      value: format.whole(found.orders),
      note: words.ordersNote(format.decimal(each(found.orders))),
    },
    { name: words.spend, value: first ?? '–', note: format.list(more) },
    {
      name: words.analysed,
      value: analysed ? format.age(analysed) : words.never,
      note: analysed ? format.moment(analysed) : '',
    },
  ];
  return <Figures list={list} headline={words.label} />;
}

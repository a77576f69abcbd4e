import type { Client } from '../client.js';
import { Problem } from '../client.js';
import { Body, type Figure, Figures, Steps, useAction, useAnswer } from '../components/index.js';
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
  const list: readonly Figure[] = [
    [words.customers, format.whole(found.customers)],
    [words.profiled, format.share(each(found.profiled)), words.profiledNote(format.whole(found.profiled))],
    // Every tie has two ends.
    [words.ties, format.whole(found.ties), words.tiesNote(format.decimal(each(2 * found.ties)))],
    [
      words.communities,
      analysed ? format.whole(found.communities) : '–',
      largest ? words.communitiesNote(format.whole(largest)) : '',
    ],
    [words.orders, format.whole(found.orders), words.ordersNote(format.decimal(each(found.orders)))],
    [words.spend, first ?? '–', format.list(more)],
    [words.analysed, analysed ? format.age(analysed) : words.never, analysed ? format.moment(analysed) : ''],
  ];
  return <Figures list={list} headline={words.label} />;
}

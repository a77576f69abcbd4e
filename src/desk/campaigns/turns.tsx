import { useState } from 'preact/hooks';
import { useAction } from '../components/index.js';
import { useWords } from '../desk.js';
import {
  approveCampaignMutation,
  launchCampaignMutation,
  pauseCampaignMutation,
  type Replay,
  replayCampaignMutation,
  resumeCampaignMutation,
  stopCampaignMutation,
} from '../operations.gen.js';

type Turn = 'approve' | 'launch' | 'pause' | 'resume' | 'stop' | 'replay' | 'send' | 'settle';

/** What may be done with a campaign at each stage; what cannot be undone is asked twice. */
const TURNS: Readonly<Record<string, readonly Turn[]>> = {
  DRAFT: ['launch', 'approve', 'stop'],
  APPROVED: ['launch', 'stop'],
  LAUNCHED: ['pause', 'stop', 'replay'],
  PAUSED: ['resume', 'stop', 'replay'],
  DONE: ['replay'],
};
const TWICE = ['launch', 'stop', 'send'] as const satisfies readonly Turn[];
type Twice = (typeof TWICE)[number];
const isTwice = (turn: Turn): turn is Twice => (TWICE as readonly Turn[]).includes(turn);

interface TurnsProps {
  readonly id: string;
  readonly status: string;
  readonly states: readonly { readonly state: string; readonly count: number }[];
}

/** Those of the stage, where there is something to try again or to decide on. */
function turnsOf({ status, states }: TurnsProps): Turn[] {
  const some = (state: string) => states.some((one) => one.state === state && one.count > 0);
  const own = (TURNS[status] ?? []).filter((turn) => turn !== 'replay' || some('FAILED'));
  return some('UNKNOWN') && status !== 'STOPPED' ? [...own, 'send', 'settle'] : own;
}

/** The buttons of a campaign, and what came of the last one. */
export function Turns(props: TurnsProps) {
  const { id } = props;
  const { client, format, words, campaigned, set } = useWords('campaigns');
  const { busy, run, said } = useAction();
  const [sure, setSure] = useState<Twice | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const decide = async (what: Replay) => (await client.ask(replayCampaignMutation, { id, what })).replayCampaign;
  const work: Readonly<Record<Turn, () => Promise<string | null>>> = {
    launch: async () => {
      const { launchCampaign: done } = await client.ask(launchCampaignMutation, { id });
      return words.launched(format.whole(done.touched), format.whole(done.waiting), done.waiting);
    },
    approve: () => client.ask(approveCampaignMutation, { id }).then(() => null),
    pause: () => client.ask(pauseCampaignMutation, { id }).then(() => null),
    resume: () => client.ask(resumeCampaignMutation, { id }).then(() => null),
    stop: () => client.ask(stopCampaignMutation, { id }).then(() => null),
    replay: async () => words.replayed(format.whole(await decide('FAILED'))),
    send: async () => words.replayed(format.whole(await decide('UNKNOWN_SEND'))),
    settle: async () => words.settled(format.whole(await decide('UNKNOWN_SETTLE'))),
  };
  const press = (turn: Turn) => {
    if (isTwice(turn) && sure !== turn) return setSure(turn);
    setSure(null);
    return run(async () => {
      setTold(await work[turn]());
      set({ campaigned: campaigned + 1 });
    });
  };
  return (
    <div class="turns">
      {turnsOf(props).map((turn) => (
        <button
          key={turn}
          type="button"
          class={turn === 'launch' || sure === turn ? 'primary' : undefined}
          disabled={busy}
          onClick={() => void press(turn)}
        >
          {sure !== null && sure === turn ? words.really[sure] : words.turn[turn]}
        </button>
      ))}
      {sure && (
        <button type="button" class="plain" onClick={() => setSure(null)}>
          {words.no}
        </button>
      )}
      <div aria-live="polite">
        {told && <output class="may">{told}</output>}
        {said}
      </div>
    </div>
  );
}

import { Problem } from '../client.js';
import { Turns } from '../components/index.js';
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
export function CampaignTurns(props: TurnsProps) {
  const { id } = props;
  const { client, format, words, campaigned, set } = useWords('campaigns');
  const decide = async (what: Replay) => (await client.ask(replayCampaignMutation, { id, what })).replayCampaign;
  const work: Readonly<Record<Turn, () => Promise<string | null>>> = {
    launch: async () => {
      try {
        const { launchCampaign: done } = await client.ask(launchCampaignMutation, { id });
        return words.launched(format.whole(done.touched), format.whole(done.waiting), done.waiting);
      } catch (problem) {
        if (problem instanceof Problem && problem.code === 'TIMEOUT') return words.launching;
        throw problem;
      }
    },
    approve: () => client.ask(approveCampaignMutation, { id }).then(() => null),
    pause: () => client.ask(pauseCampaignMutation, { id }).then(() => null),
    resume: () => client.ask(resumeCampaignMutation, { id }).then(() => null),
    stop: () => client.ask(stopCampaignMutation, { id }).then(() => null),
    replay: async () => words.replayed(format.whole(await decide('FAILED'))),
    send: async () => words.replayed(format.whole(await decide('UNKNOWN_SEND'))),
    settle: async () => words.settled(format.whole(await decide('UNKNOWN_SETTLE'))),
  };
  const turns = turnsOf(props).map((name) => ({
    ...{ name, label: words.turn[name], primary: name === 'launch' },
    really: isTwice(name) ? words.really[name] : undefined,
    work: async () => {
      const told = await work[name]();
      set({ campaigned: campaigned + 1 });
      return told;
    },
  }));
  return <Turns turns={turns} no={words.no} />;
}

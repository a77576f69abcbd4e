import { Turns } from '../components/index.js';
import { useWords } from '../desk.js';
import {
  approveCampaignMutation,
  launchCampaignMutation,
  pauseCampaignMutation,
  replayCampaignMutation,
  resumeCampaignMutation,
  stopCampaignMutation,
} from '../operations.gen.js';

type Turn = 'approve' | 'launch' | 'pause' | 'resume' | 'stop' | 'replay';

/** What may be done with a campaign at each stage; what cannot be undone is asked twice. */
const TURNS: Readonly<Record<string, readonly Turn[]>> = {
  DRAFT: ['launch', 'approve', 'stop'],
  APPROVED: ['launch', 'stop'],
  LAUNCHED: ['pause', 'stop', 'replay'],
  PAUSED: ['resume', 'stop'],
  DONE: ['replay'],
};
const TWICE: readonly Turn[] = ['launch', 'stop'];

/** The buttons of a campaign, and what came of the last one. */
export function CampaignTurns({ id, status }: { readonly id: string; readonly status: string }) {
  const { client, format, words, campaigned, set } = useWords('campaigns');
  const work: Readonly<Record<Turn, () => Promise<string | null>>> = {
    launch: async () => {
      const { launchCampaign: done } = await client.ask(launchCampaignMutation, { id });
      return words.launched(format.whole(done.touched), format.whole(done.waiting), done.waiting);
    },
    approve: () => client.ask(approveCampaignMutation, { id }).then(() => null),
    pause: () => client.ask(pauseCampaignMutation, { id }).then(() => null),
    resume: () => client.ask(resumeCampaignMutation, { id }).then(() => null),
    stop: () => client.ask(stopCampaignMutation, { id }).then(() => null),
    replay: async () => words.replayed(format.whole((await client.ask(replayCampaignMutation, { id })).replayCampaign)),
  };
  const turns = (TURNS[status] ?? []).map((name) => ({
    ...{ name, label: words.turn[name], primary: name === 'launch' },
    really: TWICE.includes(name) ? words.really[name as 'launch' | 'stop'] : undefined,
    work: async () => {
      const told = await work[name]();
      set({ campaigned: campaigned + 1 });
      return told;
    },
  }));
  return <Turns turns={turns} no={words.no} />;
}

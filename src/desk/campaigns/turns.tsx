import { useState } from 'preact/hooks';
import { useAction } from '../components/index.js';
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
export function Turns({ id, status }: { readonly id: string; readonly status: string }) {
  const { client, format, words, campaigned, set } = useWords('campaigns');
  const { busy, run, said } = useAction();
  const [sure, setSure] = useState<Turn | null>(null);
  const [told, setTold] = useState<string | null>(null);
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
  const press = (turn: Turn) => {
    if (TWICE.includes(turn) && sure !== turn) return setSure(turn);
    setSure(null);
    return run(async () => {
      setTold(await work[turn]());
      set({ campaigned: campaigned + 1 });
    });
  };
  return (
    <div class="turns">
      {(TURNS[status] ?? []).map((turn) => (
        <button
          key={turn}
          type="button"
          class={turn === 'launch' || sure === turn ? 'primary' : undefined}
          disabled={busy}
          onClick={() => void press(turn)}
        >
          {sure === turn ? words.really[turn as 'launch' | 'stop'] : words.turn[turn]}
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

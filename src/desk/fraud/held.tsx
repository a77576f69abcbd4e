import { useRef, useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { aliasOf, Panel, useAction } from '../components/index.js';
import { rolesNamed, useDesk, useWords } from '../desk.js';
import { influenceHref } from '../influence/address.js';
import {
  type HeldRewardsQuery,
  heldRewardsQuery,
  type RewardDecision,
  reviewRewardMutation,
} from '../operations.gen.js';
import { hrefOf } from '../route.js';
import { seesRings } from './rings.js';

type Reward = HeldRewardsQuery['heldRewards'][number];

const SHOWN = 30;
/** Who may decide on a reward. */
const DECIDING = ['admin', 'marketer'];
const DECISIONS: readonly RewardDecision[] = ['RELEASED', 'REFUSED'];

/** Rewards that wait for a person: why each is held, and the decision where the role may take it. */
export function Held() {
  const { text, role, revision, words } = useWords('fraud');
  const decides = DECIDING.includes(role ?? '');
  const load = async (client: Client) => (await client.ask(heldRewardsQuery, { first: SHOWN })).heldRewards;
  return (
    <Panel
      id="held"
      title={words.held}
      about={words.heldAbout}
      question={String(revision)}
      lines={10}
      load={load}
      none={words.nothingHeld}
    >
      {(rewards) => (
        <>
          {!decides && <p class="quiet">{words.decidedBy(rolesNamed(DECIDING, text))}</p>}
          <ul class="rewards">
            {rewards.map((reward) => (
              <li key={reward.rewardId}>
                <Told reward={reward} />
                {decides && <Decide reward={reward.rewardId} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Told({ reward }: { readonly reward: Reward }) {
  const desk = useDesk();
  const { language } = desk;
  const { fraud: words } = desk.text;
  const { whole, money, day } = desk.format;
  const { customerId, customer, amountMinor, currency, ring, score, at, releasedAt } = reward;
  return (
    <>
      <div class="reward-head">
        {customerId ? (
          <a href={influenceHref(null, customerId)}>
            <strong>{aliasOf({ customerId, customer })}</strong>
          </a>
        ) : (
          <strong>{words.someone}</strong>
        )}
        <span>{amountMinor !== null && currency ? money(amountMinor, currency) : words.noAmount}</span>
        <span class="badge">{words.score(whole(score))}</span>
        <span class="quiet">{words.earned(day(at))}</span>
        {ring && seesRings(desk) && <a href={hrefOf('fraud', ring)}>{words.toRing}</a>}
      </div>
      <ul class="reasons">
        {(language === 'zh' ? reward.reasonsZh : reward.reasons).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {releasedAt && <p class="quiet">{words.releasedBefore(day(releasedAt))}</p>}
    </>
  );
}

/**
 * The decision on one reward: a reason in the reviewer's own words, then paid or refused. Kept with who, when and why.
 */
function Decide({ reward }: { readonly reward: string }) {
  const { client, reviewed, set, words } = useWords('fraud');
  const { busy, run, said } = useAction();
  const [decided, setDecided] = useState<RewardDecision | null>(null);
  const entry = useRef<HTMLInputElement>(null);
  const decide = async (decision: RewardDecision) => {
    await client.ask(reviewRewardMutation, { reward, decision, reason: entry.current!.value.trim() });
    setDecided(decision);
    set({ reviewed: reviewed + 1 });
  };
  if (decided) return <output class="may">{words.decided[decided]}</output>;
  return (
    // Enter in the field decides nothing: which of the two would it be?
    <form class="decision" onSubmit={(event) => event.preventDefault()}>
      <input
        name="reason"
        required
        minLength={3}
        maxLength={500}
        autocomplete="off"
        placeholder={words.reason}
        aria-label={words.reason}
        ref={entry}
      />
      {DECISIONS.map((decision) => (
        <button
          key={decision}
          type="button"
          disabled={busy}
          onClick={() => entry.current!.reportValidity() && run(() => decide(decision))}
        >
          {words.decide[decision]}
        </button>
      ))}
      <div aria-live="polite">{said}</div>
    </form>
  );
}

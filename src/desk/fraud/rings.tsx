import { useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { ClosedNotice, Panel, useAction, Who } from '../components/index.js';
import { type Desk, useDesk, useWords } from '../desk.js';
import { type CheckReferralsMutation, checkReferralsMutation, fraudRingsQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';

/** The roles that see rings; they may start a check as well. */
const SEEING = ['analyst', 'admin'];

/** Whether this viewer sees rings. */
export function seesRings({ role }: Pick<Desk, 'role'>): boolean {
  return role === null || SEEING.includes(role);
}

/** Suspicious accounts that are connected, the largest ring first. Throws `Problem`. */
export async function fraudRings(client: Client) {
  return (await client.ask(fraudRingsQuery, {})).fraudRings;
}

/** The rings, the largest first; choosing one draws it. */
export function Rings() {
  const desk = useDesk();
  const { text, format, route } = desk;
  const { fraud: words } = text;
  const { whole } = format;
  return (
    <Panel
      id="rings"
      title={words.title}
      about={words.about}
      question={String(desk.revision)}
      lines={4}
      load={async (client) => (seesRings(desk) ? fraudRings(client) : null)}
      none={seesRings(desk) ? words.noRings : <ClosedNotice roles={SEEING} />}
      below={seesRings(desk) && <Check />}
    >
      {(rings) => {
        const chosen = route.about[0] ?? rings[0]?.ringId;
        const rows = rings.map(({ ringId, size, score, signals, held }, place) => ({
          key: ringId,
          href: hrefOf('fraud', ringId),
          chosen: ringId === chosen,
          name: words.ring(whole(place + 1), whole(size), size),
          score: whole(score),
          share: score / 100,
          why: [...signals.map((one) => words.signal[one] ?? one), words.heldOf(whole(held), held)].join(' · '),
        }));
        return <Who rows={rows} />;
      }}
    </Panel>
  );
}

/** Runs the fraud check again; what depends on it asks again. */
function Check() {
  const { format, client, revision, set, words } = useWords('fraud');
  const { whole } = format;
  const { busy, run, said } = useAction();
  const [found, setFound] = useState<CheckReferralsMutation['checkReferrals'] | null>(null);
  const check = async () => {
    setFound((await client.ask(checkReferralsMutation, {})).checkReferrals);
    set({ revision: revision + 1 });
  };
  return (
    <div class="act">
      <button type="button" disabled={busy} onClick={() => run(check)}>
        {busy ? words.checking : words.check}
      </button>
      <div aria-live="polite">
        {said}
        {found && <p class="quiet">{words.checked(whole(found.suspicious), whole(found.held))}</p>}
      </div>
    </div>
  );
}

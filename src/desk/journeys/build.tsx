import { useState } from 'preact/hooks';
import type { Fault } from '../../kernel/words/issues.js';
import { MARKETING } from '../campaigns/address.js';
import { ClosedNotice, FaultsNotice, Panel, useAction } from '../components/index.js';
import { useWords } from '../desk.js';
import { checkJourneyQuery, createJourneyMutation } from '../operations.gen.js';
import { hrefOf } from '../route.js';

/** A journey as its file says it: everything that is wrong with it at once, or saved, paused when it is new. */
export function JourneyBuild() {
  const { role, words } = useWords('journey');
  const load = async () => (MARKETING.includes(role ?? '') ? true : null);
  return (
    <Panel
      id="journey-build"
      title={words.build}
      about={words.buildAbout}
      load={load}
      lines={6}
      none={<ClosedNotice roles={MARKETING} />}
    >
      {() => <Definition />}
    </Panel>
  );
}

function Definition() {
  const { client, acted, set, words } = useWords('journey');
  const { busy, run, said } = useAction();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const save = async (definition: string) => {
    setFaults([]);
    const { checkJourney } = await client.ask(checkJourneyQuery, { definition });
    setFaults(checkJourney);
    if (checkJourney.length > 0) return;
    const { createJourney } = await client.ask(createJourneyMutation, { definition });
    set({ acted: acted + 1 });
    location.hash = hrefOf('journeys', createJourney.id);
  };
  return (
    <form
      class="campaign-form"
      onSubmit={(event) => {
        event.preventDefault();
        const definition = String(new FormData(event.currentTarget).get('definition'));
        void run(() => save(definition));
      }}
    >
      <label class="template">
        <span>{words.definition}</span>
        <textarea
          name="definition"
          rows={12}
          maxLength={100_000}
          spellcheck={false}
          required
          placeholder={words.example}
        />
      </label>
      <button type="submit" class="primary" disabled={busy}>
        {words.save}
      </button>
      <div aria-live="polite">
        {faults.length > 0 && <FaultsNotice faults={faults} />}
        {said}
      </div>
    </form>
  );
}

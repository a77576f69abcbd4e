import { useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { ClosedNotice, Labelled, nameFields, Panel, useAction } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import {
  type AudiencePreviewQueryVariables as Asked,
  type CampaignChoicesQuery,
  campaignChoicesQuery,
  createCampaignMutation,
  seedSetQuery,
} from '../operations.gen.js';
import { Audience, Preview } from '../overview/audience.js';
import { campaignHref, MARKETING } from './address.js';
import { idsIn, inputOf, type Source } from './draft-input.js';
import { More, Variants, Ways, Whom } from './fields.js';

/** A new campaign: whom it is for and how many of them may be contacted, what it says, and a draft of it. */
export function Build() {
  const { role, words } = useWords('campaigns');
  if (!MARKETING.includes(role ?? '')) return <Audience />;
  const load = (client: Client) => client.ask(campaignChoicesQuery, {});
  return (
    <Panel id="campaign-build" title={words.build} about={words.buildAbout} load={load} lines={10}>
      {(choices) => <Draft choices={choices} />}
    </Panel>
  );
}

function Draft({ choices }: { readonly choices: CampaignChoicesQuery }) {
  const { text, client, campaigned, set } = useDesk();
  const { campaigns: words, audience } = text;
  const { busy, run, said } = useAction();
  const [from, setFrom] = useState<Source>('segment');
  const [asked, setAsked] = useState<Asked | null>(null);
  const make = async (form: FormData) => {
    const input = inputOf(form, await customersOf(client, form));
    const { createCampaign } = await client.ask(createCampaignMutation, { input });
    set({ campaigned: campaigned + 1 });
    location.hash = campaignHref(createCampaign.id);
  };
  return (
    <form
      class="campaign-form"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const preview = (event.submitter as HTMLButtonElement | null)?.value === 'preview';
        if (preview) setAsked(askedOf(form));
        else void run(() => make(form));
      }}
    >
      <Whom choices={choices} from={from} setFrom={setFrom} />
      <Ways />
      {from === 'segment' ? (
        <button type="submit" value="preview" formNoValidate>
          {audience.button}
        </button>
      ) : (
        <p class="quiet">{words.reachLater}</p>
      )}
      <div class="answer" aria-live="polite">
        {asked && from === 'segment' && <Preview asked={asked} />}
      </div>
      <div class="campaign-fields">
        {nameFields(text).map((field) => (
          <Labelled key={field.name} field={field} />
        ))}
      </div>
      <Variants />
      <More choices={choices} />
      <button type="submit" value="draft" class="primary" disabled={busy}>
        {words.draft}
      </button>
      <div aria-live="polite">{said}</div>
    </form>
  );
}

/** Those of the list, or the seeds that reach most through the channel; none for the other audiences. */
async function customersOf(client: Client, form: FormData): Promise<readonly string[]> {
  const from = form.get('from') as Source;
  if (from === 'list') return idsIn(String(form.get('customers')));
  if (from !== 'seeds') return [];
  const { channel, purpose } = askedOf(form);
  const { seedSet } = await client.ask(seedSetQuery, {
    input: { budget: Number(form.get('seeds')), channel, purpose },
  });
  return seedSet.seeds.map(({ customerId }) => customerId);
}

/** What may be chosen are values of the schema: the keys of the words are checked against it. */
function askedOf(form: FormData): Asked {
  const [segment, purpose, channel] = ['segment', 'purpose', 'channel'].map((name) => form.get(name));
  return { segment, purpose, channel } as unknown as Asked;
}

/** What stands where a role may only look. */
export function ForMarketing() {
  return <ClosedNotice roles={MARKETING} />;
}

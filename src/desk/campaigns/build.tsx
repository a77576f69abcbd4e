import { useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { ClosedNotice, Labelled, nameIn, Panel, useAction } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import {
  type AudiencePreviewQueryVariables as Asked,
  type CreateCampaignInput,
  createCampaignMutation,
  segmentsQuery,
} from '../operations.gen.js';
import { Audience, EVERYONE, Preview } from '../overview/audience.js';
import { campaignHref, MARKETING } from './address.js';

/** A new campaign: whom it is for and how many of them may be contacted, what it says, and a draft of it. */
export function Build() {
  const { role, words } = useWords('campaigns');
  if (!MARKETING.includes(role ?? '')) return <Audience />;
  const load = async (client: Client) => (await client.ask(segmentsQuery, {})).segments;
  return (
    <Panel id="campaign-build" title={words.build} about={words.buildAbout} load={load} lines={10}>
      {(segments) => <Draft segments={segments} />}
    </Panel>
  );
}

interface DraftProps {
  readonly segments: readonly { readonly id: string; readonly name: string | null; readonly nameZh: string | null }[];
}

function Draft({ segments }: DraftProps) {
  const { text, language, client, campaigned, set } = useDesk();
  const { campaigns: words, audience } = text;
  const { busy, run, said } = useAction();
  const [asked, setAsked] = useState<Asked | null>(null);
  const named = segments.map((one) => [one.id, nameIn(one, language)!] as const);
  const make = async (values: Readonly<Record<string, string>>) => {
    const { createCampaign } = await client.ask(createCampaignMutation, { input: inputOf(values) });
    set({ campaigned: campaigned + 1 });
    location.hash = campaignHref(createCampaign.id);
  };
  return (
    <form
      class="campaign-form"
      onSubmit={(event) => {
        event.preventDefault();
        const values = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
        const preview = (event.submitter as HTMLButtonElement | null)?.value === 'preview';
        if (preview) setAsked(audienceIn(values));
        else void run(() => make(values));
      }}
    >
      <div class="campaign-fields">
        <Labelled
          field={{ name: 'segment', label: audience.segment, options: [[EVERYONE, audience.everyone], ...named] }}
        />
        <Labelled field={{ name: 'purpose', label: audience.purpose, options: Object.entries(text.purpose) }} />
        <Labelled field={{ name: 'channel', label: audience.channel, options: Object.entries(text.channel) }} />
        <button type="submit" value="preview" formNoValidate>
          {audience.button}
        </button>
      </div>
      <div class="answer" aria-live="polite">
        {asked && <Preview asked={asked} />}
      </div>
      <div class="campaign-fields">
        <Labelled field={{ name: 'name', label: words.name, input: { maxLength: 200 } }} />
        <Labelled field={{ name: 'subject', label: words.subject, input: { maxLength: 200, required: false } }} />
      </div>
      <Template name="text" label={words.textA} required />
      <Template name="textB" label={words.textB} />
      <p class="quiet">{words.fields}</p>
      <button type="submit" value="draft" class="primary" disabled={busy}>
        {words.draft}
      </button>
      <div aria-live="polite">{said}</div>
    </form>
  );
}

function Template({
  name,
  label,
  required,
}: {
  readonly name: string;
  readonly label: string;
  readonly required?: true;
}) {
  return (
    <label class="template">
      <span>{label}</span>
      <textarea name={name} rows={3} maxLength={10_000} required={required ?? false} />
    </label>
  );
}

/** What may be chosen are values of the schema: the keys of the words are checked against it. */
function audienceIn({ segment, purpose, channel }: Readonly<Record<string, string>>): Asked {
  return { segment, purpose, channel } as Asked;
}

/** One variant for everybody, or two that halve the audience. */
export function inputOf(values: Readonly<Record<string, string>>): CreateCampaignInput {
  const said = (name: string) => values[name]?.trim() || null;
  const texts = [said('text'), said('textB')].filter((one) => one !== null);
  const variants = texts.map((one, at) => ({
    ...{ name: 'AB'[at]!, share: 1 / texts.length, subject: said('subject'), text: one },
  }));
  return { ...audienceIn(values), name: said('name') ?? '', variants };
}

/** What stands where a role may only look. */
export function ForMarketing() {
  return <ClosedNotice roles={MARKETING} />;
}

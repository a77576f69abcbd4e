import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Labelled, nameIn } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import type { CampaignChoicesQuery } from '../operations.gen.js';
import { EVERYONE } from '../overview/audience.js';
import { SOURCES, type Source } from './draft-input.js';

interface ChoicesProps {
  readonly choices: CampaignChoicesQuery;
}

/** Whom it is for: a segment, a community, a list or seeds of influence, less those of other segments and campaigns. */
export function Whom({ choices, from, setFrom }: ChoicesProps & WhomProps) {
  const { text, language, words } = useWords('campaigns');
  const segments = choices.segments.map((one) => [one.id, nameIn(one, language)!] as const);
  const communities = choices.topCommunities.map((one) => [one.id, nameIn(one, language)!] as const);
  const sources = SOURCES.filter((one) => one !== 'community' || communities.length > 0);
  return (
    <>
      <div class="campaign-fields">
        <Labelled
          field={{
            ...{
              name: 'from',
              label: words.from,
              options: sources.map((one) => [one, words.source[one] ?? one] as const),
            },
            onChoice: (value) => setFrom(value as Source),
          }}
        />
        {from === 'segment' && (
          <Labelled
            field={{
              ...{ name: 'segment', label: text.audience.segment },
              options: [[EVERYONE, text.audience.everyone], ...segments],
            }}
          />
        )}
        {from === 'community' && (
          <Labelled field={{ name: 'community', label: words.community, options: communities }} />
        )}
        {from === 'seeds' && (
          <Labelled
            field={{ name: 'seeds', label: words.seeds, value: '10', input: { type: 'number', min: 1, max: 100 } }}
          />
        )}
        <Labelled field={{ name: 'purpose', label: text.audience.purpose, options: Object.entries(text.purpose) }} />
      </div>
      {from === 'list' && <Template name="customers" label={words.customers} required />}
      {from === 'seeds' && <p class="quiet">{words.seedsAbout}</p>}
    </>
  );
}

interface WhomProps {
  readonly from: Source;
  setFrom(from: Source): void;
}

/** The channels in the order in which they are tried. */
export function Ways() {
  const { text, words } = useWords('campaigns');
  const channels = Object.entries(text.channel);
  const then = [['', words.noFallback] as const, ...channels];
  return (
    <>
      <div class="campaign-fields">
        <Labelled field={{ name: 'channel', label: words.first, options: channels }} />
        <Labelled field={{ name: 'then1', label: words.elseBy, options: then, optional: true }} />
        <Labelled field={{ name: 'then2', label: words.elseBy, options: then, optional: true }} />
      </div>
      <p class="quiet">{words.preference}</p>
    </>
  );
}

/** Who is left out, when it begins, what it may cost. */
export function More({ choices }: ChoicesProps) {
  const { language, words } = useWords('campaigns');
  const segments = choices.segments.map((one) => [one.id, nameIn(one, language)!] as const);
  const campaigns = choices.campaignList.map((one) => [one.id, nameIn(one, language)!] as const);
  const amount = { type: 'number', min: 0, max: 1_000_000_000_000, step: 'any', required: false } as const;
  return (
    <details class="campaign-more">
      <summary>{words.more}</summary>
      <div class="campaign-fields">
        {segments.length > 0 && <Several name="excludeSegments" label={words.excludeSegments} options={segments} />}
        {campaigns.length > 0 && <Several name="excludeCampaigns" label={words.excludeCampaigns} options={campaigns} />}
      </div>
      <div class="campaign-fields">
        <Labelled
          field={{ name: 'startsAt', label: words.startsAt, input: { type: 'datetime-local', required: false } }}
        />
        <label class="check">
          <input type="checkbox" name="scheduled" />
          <span>{words.scheduled}</span>
        </label>
        <Labelled
          field={{ name: 'priority', label: words.priority, value: '5', input: { type: 'number', min: 1, max: 10 } }}
        />
      </div>
      <div class="campaign-fields">
        <Labelled field={{ name: 'budget', label: words.budget, input: amount }} />
        <Labelled field={{ name: 'cost', label: words.fixedCost, input: amount }} />
        <Labelled
          field={{
            name: 'currency',
            label: words.currency,
            value: 'CNY',
            input: { pattern: '[A-Z]{3}', maxLength: 3 },
          }}
        />
      </div>
      <p class="quiet">{words.budgetAbout}</p>
    </details>
  );
}

/** What it says, in up to four variants of equal shares, each in one language or two. */
export function Variants() {
  const { words } = useWords('campaigns');
  const [count, setCount] = useState(1);
  return (
    <>
      {['A', 'B', 'C', 'D'].slice(0, count).map((name) => (
        <fieldset key={name} class="campaign-variant">
          <legend>{words.variant(name)}</legend>
          <Template name={`text${name}`} label={words.text} required />
          <Template name={`text${name}Zh`} label={`${words.textZh} · ${words.textZhFor}`} />
          <div class="campaign-fields">
            <Labelled field={optional(`subject${name}`, words.subject)} />
            <Labelled field={optional(`subject${name}Zh`, words.subjectZh)} />
          </div>
        </fieldset>
      ))}
      {count < 4 && (
        <button type="button" class="plain" onClick={() => setCount(count + 1)}>
          {words.addVariant}
        </button>
      )}
      <p class="quiet">{words.fields}</p>
    </>
  );
}

const optional = (name: string, label: string) => ({ name, label, input: { maxLength: 200, required: false } });

interface TemplateProps {
  readonly name: string;
  readonly label: string;
  readonly required?: true;
}

function Template({ name, label, required }: TemplateProps) {
  return (
    <label class="template">
      <span>{label}</span>
      <textarea
        name={name}
        rows={3}
        maxLength={name === 'customers' ? 2_000_000 : 10_000}
        required={required ?? false}
      />
    </label>
  );
}

interface SeveralProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
}

function Several({ name, label, options }: SeveralProps): ComponentChildren {
  const { text } = useDesk();
  return (
    <label>
      <span>{label}</span>
      <select name={name} multiple size={Math.min(4, options.length)} title={text.campaigns.several}>
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

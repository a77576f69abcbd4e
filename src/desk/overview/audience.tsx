import { useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { Bar, Body, Form, Notice, nameIn, Panel, Table, useAnswer } from '../components/index.js';
import { useDesk, useWords } from '../desk.js';
import {
  type AudiencePreviewQuery,
  type AudiencePreviewQueryVariables,
  audiencePreviewQuery,
  segmentsQuery,
} from '../operations.gen.js';

type Asked = Omit<AudiencePreviewQueryVariables, 'exact'>;

/** The server's word for the segment that is every customer; it is not in the list of segments. */
export const EVERYONE = 'all';

/** Who of a segment may be contacted for a purpose through a channel, and who is left out and why. */
export function Audience() {
  const { text, language } = useDesk();
  const { audience: words, purpose, channel } = text;
  const [asked, setAsked] = useState<Asked | null>(null);
  const load = async (client: Client) => (await client.ask(segmentsQuery, {})).segments;
  return (
    <Panel id="audience" title={words.title} about={words.about} load={load}>
      {(segments) => {
        const named = segments.map((one) => [one.id, nameIn(one, language)!] as const);
        return (
          <>
            <Form
              fields={[
                { name: 'segment', label: words.segment, options: [[EVERYONE, words.everyone], ...named] },
                { name: 'purpose', label: words.purpose, options: Object.entries(purpose) },
                { name: 'channel', label: words.channel, options: Object.entries(channel) },
              ]}
              button={words.button}
              // What may be chosen are values of the schema: the keys of the words are checked against it.
              submit={(values) => setAsked(values as unknown as Asked)}
            />
            <div class="answer" aria-live="polite">
              {asked && <Preview asked={asked} />}
            </div>
          </>
        );
      }}
    </Panel>
  );
}

/** How many of an audience may be contacted, and who is left out and why. */
export function Preview({ asked }: { readonly asked: Asked }) {
  const [exact, count] = useExact(JSON.stringify(asked));
  const load = async (client: Client) => (await client.ask(audiencePreviewQuery, { ...asked, exact })).audiencePreview;
  const [answer, again] = useAnswer(`${exact} ${JSON.stringify(asked)}`, load);
  return (
    <Body {...{ answer, again }} lines={2}>
      {(found) => (
        <>
          <Reachable found={found} />
          <Estimated estimate={found.estimate} count={count} />
        </>
      )}
    </Body>
  );
}

/** Whether everybody of what is asked is counted, and what asks for that; another question begins anew. */
export function useExact(asked: string): [exact: boolean, count: () => void] {
  const [counted, setCounted] = useState<string | null>(null);
  return [counted === asked, () => setCounted(asked)];
}

/** That numbers are estimated, how well, and the way to have everybody counted; nothing where they are counted. */
export function Estimated(given: {
  readonly estimate: AudiencePreviewQuery['audiencePreview']['estimate'];
  readonly count: () => void;
}) {
  const { format, words } = useWords('audience');
  const { estimate, count } = given;
  if (!estimate) return null;
  const { lookedAt, from, to } = estimate;
  return (
    <p class="quiet">
      {words.estimated(format.whole(lookedAt), format.whole(from), format.whole(to))}{' '}
      <button type="button" onClick={count}>
        {words.countAll}
      </button>
    </p>
  );
}

function Reachable({ found }: { readonly found: AudiencePreviewQuery['audiencePreview'] }) {
  const { text, format, words } = useWords('audience');
  const { inSegment, mayBeContacted } = found;
  if (inSegment === 0) return <Notice>{words.emptySegment}</Notice>;
  const leftOut = found.leftOut.filter(({ count }) => count > 0);
  return (
    <>
      <p class="may">{words.may(format.whole(mayBeContacted), format.whole(inSegment))}</p>
      <Bar share={mayBeContacted / inSegment} wide />
      {leftOut.length === 0 ? (
        <p class="quiet">{words.nobodyOut}</p>
      ) : (
        <Table
          caption={words.leftOut}
          columns={['text', 'number']}
          rows={leftOut.map(({ reason, count }) => [text.reason[reason] ?? reason, format.whole(count)])}
        />
      )}
    </>
  );
}

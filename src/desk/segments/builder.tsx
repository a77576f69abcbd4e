import { useEffect, useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { Body, Form, Notice, Panel, PersonLink, Turns, useAction, useAnswer } from '../components/index.js';
import { rolesNamed, useWords } from '../desk.js';
import {
  archiveSegmentMutation,
  saveSegmentMutation,
  segmentConditionsQuery,
  segmentListQuery,
  segmentPreviewQuery,
  segmentShownQuery,
} from '../operations.gen.js';
import { hrefOf } from '../route.js';
import { ConditionRow } from './condition-row.js';
import { type ConditionKind, draftOfRule, type RuleDraft, rowOf, ruleOfDraft } from './rows.js';

const SAVES = ['admin', 'marketer'];
/** How long nothing is typed before the count is asked for. */
const PAUSE_MS = 500;

/** A rule put together by choosing: conditions, how many fit it now, who is left out, and the form that saves it. */
export function SegmentBuilder() {
  const { route, saved, words } = useWords('segmenting');
  const id = route.about[0] ?? null;
  const load = async (client: Client) => {
    const { segmentConditions: kinds } = await client.ask(segmentConditionsQuery, {});
    const shown = id === null ? null : (await client.ask(segmentShownQuery, { id })).segmentRule;
    return { kinds, shown };
  };
  return (
    <Panel
      id="segment-builder"
      title={words.build}
      about={words.buildAbout}
      question={`${id} ${saved}`}
      lines={12}
      load={load}
    >
      {({ kinds, shown }) => <Builder key={`${shown?.id} ${shown?.version}`} kinds={kinds} shown={shown} />}
    </Panel>
  );
}

interface BuilderProps {
  readonly kinds: readonly ConditionKind[];
  readonly shown: {
    readonly id: string;
    readonly name: string | null;
    readonly nameZh: string | null;
    readonly rule: string;
    readonly archivedAt: string | null;
  } | null;
}

function Builder({ kinds, shown }: BuilderProps) {
  const { text, role, words } = useWords('segmenting');
  const stored = shown && draftOfRule(shown.rule, kinds);
  const [draft, setDraft] = useState<RuleDraft>(
    () => stored ?? { match: 'all', rows: shown ? [] : [rowOf(kinds[0]!)] },
  );
  const rule = ruleOfDraft(draft, kinds);
  const json = rule ? JSON.stringify(rule) : null;
  const change = (at: number, row: RuleDraft['rows'][number] | null) =>
    setDraft({ ...draft, rows: draft.rows.flatMap((one, place) => (place === at ? (row ? [row] : []) : [one])) });
  if (shown && !stored)
    return (
      <Notice>
        {words.deeper} <code>{shown.rule}</code>
      </Notice>
    );
  return (
    <div class="builder">
      {shown?.archivedAt && <Notice>{words.archived}</Notice>}
      <label class="match">
        <span>{words.match}</span>
        <select
          value={draft.match}
          onChange={(event) => setDraft({ ...draft, match: event.currentTarget.value as RuleDraft['match'] })}
        >
          <option value="all">{words.all}</option>
          <option value="any">{words.any}</option>
        </select>
      </label>
      {draft.rows.map((row, at) => (
        <ConditionRow key={at} row={row} kinds={kinds} change={(next) => change(at, next)} />
      ))}
      <button type="button" onClick={() => setDraft({ ...draft, rows: [...draft.rows, rowOf(kinds[0]!)] })}>
        {words.add}
      </button>
      {json ? <Live rule={json} /> : <p class="quiet">{words.unfinished}</p>}
      {SAVES.includes(role ?? '') ? (
        json && <Save rule={json} shown={shown} />
      ) : (
        <p class="quiet">{words.savedBy(rolesNamed(SAVES, text))}</p>
      )}
    </div>
  );
}

/** How many fit the rule now: asked for when typing pauses. */
function Live({ rule }: { readonly rule: string }) {
  const { format, words } = useWords('segmenting');
  const [asked, setAsked] = useState(rule);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(rule), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [rule]);
  const [answer, again] = useAnswer(asked, (client) => client.ask(segmentPreviewQuery, { rule: asked }));
  return (
    <div class="live" aria-live="polite">
      <Body answer={answer} again={again} lines={2}>
        {({ previewSegment: { customers, notProfiled, sample } }) => (
          <>
            <p>
              <strong>{words.fit(format.whole(customers))}</strong>
              {notProfiled > 0 && <span class="quiet"> {words.leftOut(format.whole(notProfiled))}</span>}
            </p>
            {sample.length > 0 && (
              <p class="quiet">
                {words.sample}
                {sample.map((one) => (
                  <span key={one.customerId}>
                    {' '}
                    <PersonLink of={{ ...one, customer: null }} />
                  </span>
                ))}
              </p>
            )}
          </>
        )}
      </Body>
    </div>
  );
}

function Save({ rule, shown }: { readonly rule: string; readonly shown: BuilderProps['shown'] }) {
  const { client, language, saved, set, words } = useWords('segmenting');
  const { run, said } = useAction();
  const [taken, setTaken] = useState<string | null>(null);
  const zh = language === 'zh';
  const done = (...about: readonly string[]) => {
    set({ saved: saved + 1 });
    location.hash = hrefOf('segments', ...about);
  };
  const save = async (id: string, name: string) => {
    const isTaken = id !== shown?.id && (await isThere(client, id));
    setTaken(isTaken ? id : null);
    if (isTaken) return;
    const names = zh ? { name: shown?.name ?? name, nameZh: name } : { name, nameZh: shown?.nameZh ?? name };
    await client.ask(saveSegmentMutation, { input: { id, ...names, rule } });
    done(id);
  };
  const archive = async () => {
    await client.ask(archiveSegmentMutation, { id: shown!.id });
    done();
    return null;
  };
  const turn = { name: 'archive', label: words.archive, really: words.reallyArchive, work: archive };
  return (
    <Form
      fields={[
        { name: 'id', label: words.id, value: shown?.id, input: { pattern: ID, title: words.idForm, maxLength: 100 } },
        {
          name: 'name',
          label: words.name,
          value: (zh ? shown?.nameZh : shown?.name) ?? undefined,
          input: { maxLength: 200 },
        },
      ]}
      button={words.save}
      submit={({ id, name }) => void run(() => save(id!, name!))}
    >
      {shown && !shown.archivedAt && <Turns turns={[turn]} no={words.no} />}
      <div aria-live="polite">
        {taken && (
          <Notice>
            {words.taken} <a href={hrefOf('segments', taken)}>{taken}</a>
          </Notice>
        )}
        {said}
      </div>
    </Form>
  );
}

const ID = '[a-z0-9][a-z0-9._\\-]*';

/** A new segment must not take the place of one that somebody else put together. */
async function isThere(client: Client, id: string): Promise<boolean> {
  const { segmentRules } = await client.ask(segmentListQuery, {});
  return segmentRules.some((one) => one.id === id && one.archivedAt === null);
}

import { useState } from 'preact/hooks';
import { List, Notice, nameIn, Table } from '../components/index.js';
import { useWords } from '../desk.js';
import type { Report } from './report.js';

/** What came of each variant, with its interval: where those of two variants are far apart, it is not chance. */
export function Results({ report: { variants } }: { readonly report: Report }) {
  const { format, words } = useWords('campaigns');
  const [all, setAll] = useState(false);
  const told = variants.flatMap(({ name, results }) =>
    results.filter(({ count }) => all || count > 0).map((result) => ({ name, ...result })),
  );
  const several = variants.length > 1;
  return (
    <>
      {told.length === 0 ? (
        <p class="quiet">{words.nothingBack}</p>
      ) : (
        <Table
          caption={words.results}
          columns={['text', 'number', 'number', 'number quiet']}
          rows={told.map(({ name, what, count, of, rate, low, high }) => [
            several ? words.ofVariant(words.what[what] ?? what, name) : (words.what[what] ?? what),
            words.countOf(format.whole(count), format.whole(of)),
            rate === null ? '–' : format.percent(rate),
            words.between(format.percent(low), format.percent(high)),
          ])}
        />
      )}
      <button type="button" class="plain" onClick={() => setAll(!all)}>
        {all ? words.fewer : words.everyResult}
      </button>
    </>
  );
}

/** What it says, by variant and language. */
export function Texts({ report: { variants } }: { readonly report: Report }) {
  const { format, words } = useWords('campaigns');
  const written = variants.filter(({ text }) => text !== null);
  if (written.length === 0) return <p class="quiet">{words.elsewhere}</p>;
  return (
    <Table
      caption={words.says}
      columns={['text', 'wraps']}
      rows={written.flatMap(({ name, share, subject, text, subjectZh, textZh }) => {
        const called = share === null || written.length === 1 ? name : words.share(name, format.share(share));
        const said = [called, [subject, text].filter(Boolean).join(' — ')];
        return textZh ? [said, [words.inChinese, [subjectZh ?? subject, textZh].filter(Boolean).join(' — ')]] : [said];
      })}
    />
  );
}

/** For whom it is and under which terms, as far as they were chosen. */
export function Settings({ report }: { readonly report: Report }) {
  const { text, format, language, words } = useWords('campaigns');
  const { channels, excludeSegments, excludeCampaigns, startsAt, scheduled, named, segment, community } = report;
  const nameOf = (one: string) => text.channel[one as keyof typeof text.channel] ?? one;
  const segmentOf = (one: string) => {
    const known = report.segments.find((candidate) => candidate.id === one);
    return known ? nameIn(known, language)! : one;
  };
  const told = [
    segment !== null && words.forSegment(segment === 'all' ? text.audience.everyone : segmentOf(segment)),
    community !== null && words.forCommunity(community),
    named > 0 && words.forList(format.whole(named)),
    channels !== null && channels.length > 1 && words.inOrder(channels.map(nameOf).join(' → ')),
    excludeSegments?.length && words.without(format.list(excludeSegments.map(segmentOf))),
    excludeCampaigns?.length && words.withoutCampaigns(format.list(excludeCampaigns)),
    scheduled && startsAt !== null && words.startsBySelf(format.moment(startsAt)),
  ].filter((one) => typeof one === 'string');
  return (
    <>
      {report.pausedBecause && <Notice>{words.paused[report.pausedBecause] ?? report.pausedBecause}</Notice>}
      {told.length > 0 && <List class="quiet" columns={['text']} rows={told.map((one) => [one])} />}
    </>
  );
}

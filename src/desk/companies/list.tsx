import type { Client } from '../client.js';
import { Labelled, List, Notice, nameIn, Panel } from '../components/index.js';
import { useWords } from '../desk.js';
import { type CompanyNetworkQuery, companiesQuery, companyNetworkQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';

const SHOWN = 12;

/** The client companies by name. Throws `Problem`. */
export async function companies(client: Client) {
  return (await client.ask(companiesQuery, {})).companies;
}

async function companiesAndPairs(client: Client) {
  const [all, pairs] = await Promise.all([companies(client), client.ask(companyNetworkQuery, { limit: SHOWN })]);
  return { all, pairs: pairs.companyNetwork };
}

/** Which company to look at, and which ones are connected. */
export function CompanyList() {
  const { format, language, route, words } = useWords('company');
  return (
    <Panel id="company-list" title={words.title} about={words.about} lines={10} load={companiesAndPairs}>
      {({ all, pairs }) => {
        if (all.length === 0) return <Notice>{words.none}</Notice>;
        const field = {
          name: 'company',
          label: words.choose,
          value: route.about[0],
          options: all.map(
            (one) =>
              [one.id, [nameIn(one, language), format.word('city', one.city)].filter(Boolean).join(' · ')] as const,
          ),
          onChoice: (id: string) => {
            location.hash = hrefOf('companies', id);
          },
        };
        return (
          <>
            <div class="audience">
              <Labelled field={field} />
            </div>
            <h3>{words.pairs}</h3>
            <Pairs pairs={pairs} />
          </>
        );
      }}
    </Panel>
  );
}

function Pairs({ pairs }: { readonly pairs: CompanyNetworkQuery['companyNetwork'] }) {
  const { format, language, words } = useWords('company');
  const { whole } = format;
  if (pairs.length === 0) return <p class="quiet">{words.noPairs}</p>;
  return (
    <List
      class="hidden-list"
      columns={['text', 'text', 'quiet']}
      rows={pairs.map(({ companyId, name, nameZh, otherId, otherName, otherNameZh, shared, referrals, ties }) => [
        <>
          <a href={hrefOf('companies', companyId)}>{nameIn({ id: companyId, name, nameZh }, language)}</a> –{' '}
          <a href={hrefOf('companies', otherId)}>
            {nameIn({ id: otherId, name: otherName, nameZh: otherNameZh }, language)}
          </a>
        </>,
        null,
        [
          shared > 0 && words.shared(whole(shared), shared),
          referrals > 0 && words.referrals(whole(referrals), referrals),
          ties > 0 && words.ties(whole(ties), ties),
        ]
          .filter(Boolean)
          .join(' · '),
      ])}
    />
  );
}

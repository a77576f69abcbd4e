import { useState } from 'preact/hooks';
import type { Client } from '../client.js';
import { nameIn, Panel, Who } from '../components/index.js';
import { useWords } from '../desk.js';
import { type CommunitiesQuery, communitiesQuery } from '../operations.gen.js';
import { hrefOf } from '../route.js';

export type Community = CommunitiesQuery['topCommunities'][number];

/** How many the view knows by name, and how many are listed before the reader asks for all. */
const KNOWN = 200;
const SHOWN = 12;

/** The largest communities. Throws `Problem`. */
export async function allCommunities(client: Client): Promise<readonly Community[]> {
  return (await client.ask(communitiesQuery, { limit: KNOWN })).topCommunities;
}

/** The communities, the largest first; choosing one shows it beside. */
export function CommunityList() {
  const { text, format, route, language, words } = useWords('community');
  const [all, setAll] = useState(false);
  return (
    <Panel
      id="community-list"
      title={words.title}
      about={(found) => found && words.found(format.whole(found.length), found.length)}
      lines={12}
      load={allCommunities}
      none={text.communities.none}
    >
      {(found) => {
        const chosen = route.about[0] ?? found[0]!.id;
        const shown = found.filter(({ id }, place) => all || place < SHOWN || id === chosen);
        return (
          <>
            <Who
              rows={shown.map((one) => ({
                key: one.id,
                href: hrefOf('communities', one.id),
                chosen: one.id === chosen,
                name: nameIn(one, language)!,
                score: format.whole(one.size),
                share: one.size / found[0]!.size,
                why: words.densityOf(format.percent(one.density)),
              }))}
            />
            {found.length > SHOWN && !all && (
              <button type="button" class="plain" onClick={() => setAll(true)}>
                {words.showAll(format.whole(found.length))}
              </button>
            )}
          </>
        );
      }}
    </Panel>
  );
}

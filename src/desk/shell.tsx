import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import * as acting from './acting/index.js';
import { Build } from './campaigns/build.js';
import { CampaignList } from './campaigns/list.js';
import { CampaignReport } from './campaigns/report.js';
import { Touches } from './campaigns/touches.js';
import { Changes } from './communities/changes.js';
import { CommunityList } from './communities/list.js';
import { Inside, Profile } from './communities/profile.js';
import { Decision } from './companies/decision.js';
import { CompanyList } from './companies/list.js';
import { type Desk, useDesk } from './desk.js';
import { Held } from './fraud/held.js';
import { Quality } from './fraud/quality.js';
import { Ring } from './fraud/ring.js';
import { Rings, seesRings } from './fraud/rings.js';
import { Explained } from './influence/explained.js';
import { Circle, InfluenceList } from './influence/list.js';
import { Movers } from './influence/movers.js';
import { JourneyAlerts, JourneyBuild, JourneyList, JourneySteps, PersonJourneys } from './journeys/index.js';
import { Overview } from './overview/overview.js';
import { KFactor } from './referral/k-factor.js';
import { AskNext, Hidden, Referrers } from './referral/lists.js';
import { Paths } from './referral/paths.js';
import { Tree } from './referral/tree.js';
import { hrefOf, VIEWS, type View } from './route.js';
import { SegmentBuilder } from './segments/builder.js';
import { Clusters } from './segments/clusters.js';
import { SegmentList } from './segments/list.js';
import { SegmentPeople } from './segments/people.js';
import { Contagion } from './spread/contagion.js';
import { Seeds } from './spread/seeds.js';
import { type Dictionary, type Language, otherThan } from './text/text.js';
import { RfmGrid } from './value/grid.js';
import { Leaving } from './value/leaving.js';
import { Migration } from './value/migration.js';
import { Shares } from './value/shares.js';
import { Tiers } from './value/tiers.js';
import { ClvSpread, Cohorts } from './value/worth.js';

/** The boxes of a view: two columns, and what stands below them in full width. */
interface Layout {
  readonly halves: readonly (readonly FunctionComponent[])[];
  readonly below?: readonly FunctionComponent[];
}

const LAYOUTS: Readonly<Record<Exclude<View, 'overview'>, (desk: Desk) => Layout>> = {
  influence: () => ({ halves: [[InfluenceList], [Explained, Movers]], below: [Circle] }),
  communities: () => ({ halves: [[CommunityList, Changes], [Profile]], below: [Inside] }),
  referral: () => ({
    halves: [
      [Referrers, Paths, KFactor, Hidden],
      [Tree, AskNext],
    ],
  }),
  companies: () => ({ halves: [[CompanyList], [Decision]] }),
  fraud: (desk) =>
    seesRings(desk) ? { halves: [[Rings, Quality], [Ring]], below: [Held] } : { halves: [[Rings, Quality], [Held]] },
  journeys: () => ({ halves: [[JourneyList, JourneyAlerts], [JourneySteps]], below: [PersonJourneys, JourneyBuild] }),
  spread: () => ({ halves: [[Seeds], [Contagion]] }),
  campaigns: () => ({ halves: [[CampaignList, Build], [CampaignReport]], below: [Touches] }),
  value: () => ({
    halves: [
      [RfmGrid, Shares, ClvSpread, Cohorts],
      [Tiers, Leaving],
    ],
    below: [Migration],
  }),
  segments: () => ({
    halves: [
      [SegmentList, Clusters],
      [SegmentBuilder, SegmentPeople],
    ],
  }),
  experiments: () => ({
    halves: [[acting.ExperimentList], [acting.ExperimentResults]],
    below: [acting.ExperimentBuild],
  }),
  attribution: () => ({ halves: [], below: [acting.Attribution] }),
  programme: () => ({ halves: [[acting.Simulated], [acting.Leaderboard]], below: [acting.Programmes] }),
};

/** The boxes of one view. */
export function Page({ view }: { readonly view: View }) {
  const desk = useDesk();
  if (view === 'overview') return <Overview />;
  const { halves, below = [] } = LAYOUTS[view](desk);
  const stack = (boxes: readonly FunctionComponent[]) => boxes.map((Box) => <Box key={Box.name} />);
  return (
    <div class="desk">
      {halves.length > 0 && (
        <div class="halves">
          {halves.map((boxes) => (
            <div class="stack" key={boxes[0]!.name}>
              {stack(boxes)}
            </div>
          ))}
        </div>
      )}
      {stack(below)}
    </div>
  );
}

/** The ways through the page and, below them, the view that the address asks for. */
export function Shell() {
  const { view } = useDesk().route;
  const main = useRef<HTMLElement>(null);
  const shown = useRef(view);
  const lost = useRef(false);
  if (shown.current !== view) {
    // Whoever followed a link of the view that goes now would be left nowhere.
    lost.current = main.current?.contains(document.activeElement) ?? false;
    shown.current = view;
  }
  useLayoutEffect(() => {
    if (!lost.current) return;
    main.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [view]);
  return (
    <div>
      <Ways />
      <main id="main" tabIndex={-1} ref={main}>
        <Page key={view} view={view} />
      </main>
    </div>
  );
}

function Ways() {
  const { text, route } = useDesk();
  const here = useRef<HTMLAnchorElement>(null);
  // On a phone the ways are wider than the page.
  useLayoutEffect(() => here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [route.view]);
  return (
    <nav class="ways" aria-label={text.ways.label}>
      {VIEWS.map((view) => {
        const current = view === route.view;
        return (
          <a key={view} href={hrefOf(view)} aria-current={current ? 'page' : undefined} ref={current ? here : null}>
            {text.ways[view]}
          </a>
        );
      })}
    </nav>
  );
}

interface BannerProps {
  readonly text: Dictionary;
  readonly language: Language;
  /** The role signed in, or null. */
  readonly role: string | null;
  readonly switchLanguage: (language: Language) => void;
  /** None while nobody is signed in. */
  readonly signOut: (() => void) | undefined;
}

/** The top of the page: what this is, who asks, and the language. */
export function Banner({ text, language, role, switchLanguage, signOut }: BannerProps) {
  const other = otherThan(language);
  // A link to `#main` would be taken for a view.
  const skip = () => document.getElementById('main')?.focus();
  return (
    <header class="banner">
      {signOut && (
        <button type="button" class="skip" onClick={skip}>
          {text.skip}
        </button>
      )}
      <img src="icon.svg" alt="" width={32} height={32} />
      <h1>
        {text.title}
        <span class="quiet">{text.subtitle}</span>
      </h1>
      <div class="banner-side">
        {role && (
          <span class="quiet role">
            {text.signedInAs((text.roles as Readonly<Record<string, string>>)[role] ?? role)}
          </span>
        )}
        <button
          type="button"
          class="plain"
          lang={other === 'zh' ? 'zh-CN' : 'en'}
          aria-label={text.language.label}
          onClick={() => switchLanguage(other)}
        >
          {text.language.switchTo}
        </button>
        {signOut && (
          <button type="button" class="plain" onClick={signOut}>
            {text.signOut}
          </button>
        )}
      </div>
    </header>
  );
}

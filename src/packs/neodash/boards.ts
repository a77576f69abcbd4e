/** A report of a dashboard: one question or picture of the library in one form. */
export interface Report {
  readonly title: string;
  readonly titleZh: string;
  /** Name of the statement in cypher/. */
  readonly statement: string;
  readonly form: 'table' | 'graph' | 'bar' | 'pie' | 'value';
  /** What stands for parameters instead of their defaults: pieces of Cypher. */
  readonly given?: Readonly<Record<string, string>>;
  /** Columns of a chart: what it is about, and how much. */
  readonly chart?: readonly [index: string, value: string];
  /** The one figure of a `value`, or the columns of a table: all of them where it is left out. */
  readonly columns?: readonly string[];
  readonly width?: number;
}

/** A page with its reports, in rows of 24 units; those with `select` follow what is chosen there. */
export interface Board {
  readonly title: string;
  readonly titleZh: string;
  readonly select?: Selector;
  readonly reports: readonly Report[];
}

export interface Selector {
  readonly title: string;
  readonly titleZh: string;
  readonly label: string;
  readonly property: string;
  /** Name of the statement that finds what somebody types. */
  readonly statement: string;
}

/** The name by which NeoDash hands in what was chosen. */
export function chosen({ label, property }: Selector): string {
  return `neodash_${label.toLowerCase()}_${property}`;
}

type More = Omit<Report, 'title' | 'titleZh' | 'statement' | 'form'>;

const report =
  (form: Report['form']) =>
  (title: string, titleZh: string, statement: string, more: More): Report => ({
    ...{ title, titleZh, statement, form },
    ...more,
  });
const [table, graph, bar, pie, value] = (['table', 'graph', 'bar', 'pie', 'value'] as const).map(report) as Forms;
type Forms = [Form, Form, Form, Form, Form];
type Form = ReturnType<typeof report>;

const COMMUNITY = {
  title: 'Community',
  titleZh: '社群',
  label: 'Community',
  property: 'id',
  statement: 'packs/steps/select-community',
};
const CUSTOMER = {
  title: 'Customer',
  titleZh: '客户',
  label: 'Profiled',
  property: 'id',
  statement: 'packs/steps/select-customer',
};
const community = { community: `$${chosen(COMMUNITY)}` };

const customer = { customer: `$${chosen(CUSTOMER)}` };

const figure = (title: string, titleZh: string, column: string) =>
  value(title, titleZh, 'network/headline', { columns: [column], width: 4 });

const OVERVIEW: Board = {
  ...{ title: 'Overview', titleZh: '概览' },
  reports: [
    figure('Customers', '客户', 'customers'),
    figure('Consent to profiling', '同意画像', 'profiled'),
    figure('Pairs who know each other', '相识关系', 'ties'),
    figure('Communities', '社群', 'communities'),
    table('The last runs of the analysis', '最近的分析', 'analysis/runs', {
      ...{ columns: ['id', 'status', 'finishedAt', 'nodes', 'communities'], width: 8 },
    }),
    graph('The network at a glance', '网络一览', 'network/overview.picture', { given: { people: '150', ties: '400' } }),
    table('Who matters most', '谁最重要', 'analysis/influencers', {
      columns: ['customerId', 'influence', 'degree', 'conversions', 'communityId', 'tier'],
    }),
  ],
};

const COMMUNITIES: Board = {
  ...{ title: 'Communities', titleZh: '社群', select: COMMUNITY },
  reports: [
    table('The largest communities', '最大的社群', 'analysis/communities', {
      ...{ columns: ['id', 'name', 'size', 'density', 'topCity'], width: 9 },
    }),
    bar('Members of the largest', '各社群人数', 'analysis/communities', { chart: ['id', 'size'], width: 9 }),
    graph('Inside the community', '社群内部', 'analysis/communities.picture', { given: { ...community, limit: '60' } }),
    graph('What its members have in common', '成员的共同点', 'analysis/community-profile.picture', {
      given: { ...community, limit: '30' },
    }),
    table('Its most influential members', '最有影响力的成员', 'analysis/influencers', {
      ...{ given: community, columns: ['customerId', 'influence', 'degree', 'tier', 'activity'] },
    }),
    table('How its size went', '规模变化', 'analysis/community-history', {
      ...{ given: { id: community.community }, columns: ['at', 'size', 'ties', 'event'] },
    }),
  ],
};

const REFERRAL: Board = {
  ...{ title: 'Referral', titleZh: '推荐', select: CUSTOMER },
  reports: [
    table('Who brought most', '谁带来最多', 'network/top-referrers', {
      ...{ columns: ['customerId', 'direct', 'people', 'depth', 'conversions', 'valueMinor', 'currency'], width: 18 },
    }),
    graph('Whom the customer brought', '该客户带来的人', 'network/referral-tree.picture', { given: customer }),
    graph('Whom the customer knows', '该客户认识的人', 'network/ties-of.picture', {
      given: { ...customer, limit: '25' },
    }),
    graph('Rings of suspicious referrals', '可疑推荐圈', 'fraud/rings.picture', {}),
    table('Accounts with signs of referral fraud', '有推荐作弊迹象的账户', 'fraud/accounts', {
      columns: ['customerId', 'score', 'ringId'],
    }),
  ],
};

const VALUE: Board = {
  ...{ title: 'Value', titleZh: '价值' },
  reports: [
    bar('Customers by RFM segment', '各 RFM 分群人数', 'value/rfm-segments', { chart: ['name', 'customers'] }),
    pie('Stages of the lifecycle', '生命周期阶段', 'value/lifecycle-stages', { chart: ['stage', 'customers'] }),
    bar('Predicted value by cohort', '各批客户的预测价值', 'value/clv-cohorts', { chart: ['cohort', 'clvMinor'] }),
    table('Value against cost, by source', '各来源的价值与成本', 'value/clv-by-source', {
      columns: ['kind', 'source', 'customers', 'clvMinor', 'cacMinor', 'ratio'],
    }),
    table('Champions', '重要价值客户', 'value/rfm', {
      given: { segment: "'rfm:champions'", limit: '20' },
      columns: ['customerId', 'orders', 'spendMinor', 'currency', 'lastOrderAt'],
    }),
    graph('Each segment with its biggest spenders', '各分群消费最多的客户', 'value/rfm-segments.picture', {
      given: { each: '6' },
    }),
  ],
};

/** The dashboard: what a team looks at on Monday. */
export const BOARDS: readonly Board[] = [OVERVIEW, COMMUNITIES, REFERRAL, VALUE];

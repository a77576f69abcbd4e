import type { Language } from '../../kernel/language.js';
import type { ShownGraph, ShownProperty } from '../graph-model.js';
import { communitiesAsColour, influenceAsSize } from './style-rules.js';

interface Look {
  readonly label: string;
  readonly name: string;
  readonly zh: string;
  readonly color: string;
  /** Of Bloom's own set, as its exports name them; `no-icon` for none. */
  readonly icon: string;
  readonly size: number;
  readonly caption: string;
  /** Where its Chinese name is stored apart. */
  readonly captionZh?: string;
}

const PERSON = 'DB188874-D25F-4B34-A296-E5E950072319';
const DEVICE = '9B83DEC9-D1A1-4D1E-A74E-57FCCD5436BA';
const BUILDING = '0D861286-D74D-4267-98BF-A5616808778A';

/**
 * The categories in the order of the legend. A node is of the first that has one of its labels: who consents to
 * profiling is `Profiled`, and whoever does not (any more) falls through to the grey category below it.
 */
const LOOKS: readonly Look[] = [
  { label: 'Profiled', name: 'Customer', zh: '客户', color: '#4C8EDA', icon: PERSON, size: 1, caption: 'alias' },
  {
    label: 'Customer',
    name: 'No consent to profiling',
    zh: '未同意画像',
    color: '#A5ABB6',
    icon: PERSON,
    size: 0.5,
    caption: 'alias',
  },
  {
    label: 'Community',
    name: 'Community',
    zh: '社群',
    color: '#569480',
    icon: 'no-icon',
    size: 2,
    caption: 'name',
    captionZh: 'nameZh',
  },
  { label: 'Segment', name: 'Segment', zh: '分群', color: '#F79767', icon: 'no-icon', size: 2, caption: 'name' },
  { label: 'Company', name: 'Company', zh: '公司', color: '#8E6BBF', icon: BUILDING, size: 2, caption: 'name' },
  { label: 'Interest', name: 'Interest', zh: '兴趣', color: '#F16667', icon: 'no-icon', size: 1, caption: 'name' },
  { label: 'Product', name: 'Product', zh: '产品', color: '#D9C8AE', icon: 'no-icon', size: 1, caption: 'name' },
  { label: 'Category', name: 'Category', zh: '品类', color: '#C990C0', icon: 'no-icon', size: 1, caption: 'name' },
  { label: 'Store', name: 'Store', zh: '门店', color: '#57C7E3', icon: BUILDING, size: 1, caption: 'name' },
  { label: 'Order', name: 'Order', zh: '订单', color: '#FFC454', icon: 'no-icon', size: 0.5, caption: 'at' },
  { label: 'Post', name: 'Post', zh: '动态', color: '#8DCC93', icon: 'no-icon', size: 0.5, caption: 'kind' },
  { label: 'Purpose', name: 'Purpose', zh: '用途', color: '#ECB5C9', icon: 'no-icon', size: 1, caption: 'id' },
  {
    label: 'Identity',
    name: 'Shared account or device',
    zh: '共用账户或设备',
    color: '#DA7194',
    icon: DEVICE,
    size: 0.5,
    caption: 'kind',
  },
];

/** Labels whose nodes hold, or are about, a person: what is not known to be shown is hidden there by name. */
const ABOUT_PEOPLE = ['Profiled', 'Customer', 'Identity', 'Post', 'Order'];

const DATA_TYPES: Readonly<Record<ShownProperty['kind'], string>> = {
  ...{ string: 'string', integer: 'bigint', float: 'number', boolean: 'boolean', datetime: 'DateTime', list: 'array' },
};

interface Given {
  readonly graph: ShownGraph;
  /** Every name of a property in the database. */
  readonly keys: readonly string[];
  /** Ids of communities, the largest first. */
  readonly communities: readonly string[];
  readonly at: number;
  readonly language: Language;
}

/**
 * The categories of a perspective, with every property that the database has on people and the role may not see
 * excluded.
 */
export function categoriesOf({ graph, keys, communities, at, language }: Given) {
  const chinese = language === 'zh';
  return LOOKS.map(({ label, name, zh, color, icon, size, caption, captionZh }, index) => ({
    ...{ id: index + 1, name: chinese ? zh : name, labels: [label] },
    properties: propertiesOf(graph, label, keys),
    ...{ createdAt: at, lastEditedAt: at, color, size, icon, captionKeys: [(chinese && captionZh) || caption] },
    styleRules: label === 'Profiled' ? [influenceAsSize(at), ...communitiesAsColour(communities, at)] : [],
  }));
}

/** The properties of each label, as a perspective lists them once more. */
export function labelsOf(graph: ShownGraph): Record<string, object[]> {
  return Object.fromEntries(
    LOOKS.map(({ label }) => [
      label,
      shownOf(graph, label).map(({ name, kind }) => typed({ propertyKey: name, type: label }, kind)),
    ]),
  );
}

/** Relationship types of the perspective, and which labels they join. */
export function relationshipsOf({ ties }: ShownGraph) {
  const byType = new Map(ties.map((tie) => [tie.type, tie]));
  return [...byType.values()].map(({ type, properties }) => ({
    ...{ id: type, name: type },
    properties: properties.map(({ name, kind }) => typed({ propertyKey: name, type }, kind)),
    ...{ color: '#959AA1', size: type === 'KNOWS' ? 1 : 2, captionKeys: ['0_REL_TYPE_CAPTION_KEY'], styleRules: [] },
  }));
}

function propertiesOf(graph: ShownGraph, label: string, keys: readonly string[]) {
  const shown = shownOf(graph, label);
  const hidden = ABOUT_PEOPLE.includes(label) ? keys.filter((key) => !shown.some(({ name }) => name === key)) : [];
  return [
    ...shown.map(({ name, kind }) => typed({ name, exclude: false }, kind)),
    ...hidden.map((name) => typed({ name, exclude: true }, 'string')),
  ];
}

/** Who consents to profiling is a Customer too. */
function shownOf({ nodes }: ShownGraph, label: string): readonly ShownProperty[] {
  return nodes.find((node) => node.label === (label === 'Profiled' ? 'Customer' : label))?.properties ?? [];
}

function typed<T extends object>(of: T, kind: ShownProperty['kind']): T & { dataType: string } {
  return { ...of, dataType: DATA_TYPES[kind] };
}

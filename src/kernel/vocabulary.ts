import type { Language } from './language.js';

/**
 * What values of the data are called in English and Chinese, each said once: a value may be stored as either of its
 * names or as its code. What is not listed is called what it is.
 */

type Names = readonly [english: string, chinese: string];

/** Large cities of China, as customers, companies and stores name them. */
const CITIES: Readonly<Record<string, Names>> = named([
  ...['Beijing 北京', 'Shanghai 上海', 'Guangzhou 广州', 'Shenzhen 深圳', 'Chengdu 成都', 'Hangzhou 杭州'],
  ...['Wuhan 武汉', 'Xi’an 西安', 'Nanjing 南京', 'Chongqing 重庆', 'Suzhou 苏州', 'Changsha 长沙', 'Tianjin 天津'],
  ...['Zhengzhou 郑州', 'Dongguan 东莞', 'Qingdao 青岛', 'Shenyang 沈阳', 'Ningbo 宁波', 'Kunming 昆明', 'Hefei 合肥'],
  ...['Foshan 佛山', 'Wuxi 无锡', 'Xiamen 厦门', 'Jinan 济南', 'Dalian 大连', 'Fuzhou 福州', 'Wenzhou 温州'],
  ...['Harbin 哈尔滨', 'Changchun 长春', 'Shijiazhuang 石家庄', 'Nanning 南宁', 'Quanzhou 泉州', 'Jinhua 金华'],
  ...['Guiyang 贵阳', 'Nanchang 南昌', 'Changzhou 常州', 'Nantong 南通', 'Jiaxing 嘉兴', 'Xuzhou 徐州', 'Huizhou 惠州'],
  ...['Taiyuan 太原', 'Zhuhai 珠海', 'Zhongshan 中山', 'Shaoxing 绍兴', 'Yantai 烟台', 'Haikou 海口', 'Lanzhou 兰州'],
  ...['Hohhot 呼和浩特', 'Urumqi 乌鲁木齐', 'Yinchuan 银川', 'Xining 西宁', 'Lhasa 拉萨', 'Mianyang 绵阳'],
  ...['Hong Kong 香港', 'Macau 澳门', 'Taipei 台北'],
]);

/** The parts of the country that firms count by. */
const REGIONS: Readonly<Record<string, Names>> = named([
  ...['East China 华东', 'North China 华北', 'South China 华南', 'Central China 华中', 'Southwest China 西南'],
  ...['Northwest China 西北', 'Northeast China 东北'],
]);

/** Lines of business. */
export const INDUSTRIES: Readonly<Record<string, Names>> = named([
  ...['technology 科技', 'logistics 物流', 'media 传媒', 'design 设计', 'medical devices 医疗器械', 'education 教育'],
  ...['building materials 建材', 'events 会展'],
]);

/** Positions in a company. */
const POSITIONS: Readonly<Record<string, Names>> = named([
  ...['general manager 总经理', 'department head 部门经理', 'purchasing head 采购经理', 'supervisor 主管'],
  ...['team leader 组长', 'clerk 职员', 'engineer 工程师', 'accountant 会计', 'assistant 助理'],
]);

/** Ways to reach somebody. */
export const CHANNELS = {
  ALL: ['All channels', '全部渠道'],
  SMS: ['SMS', '短信'],
  MAIL: ['E-mail', '邮件'],
  CALL: ['Phone call', '电话'],
  WECHAT: ['WeChat', '微信'],
  MINI_PROGRAM: ['Mini program', '小程序'],
  GROUP: ['Group chat', '社群'],
} as const satisfies Readonly<Record<string, Names>>;

/** Variants of an experiment: those that the product makes by itself, and that of the made world. */
const VARIANTS: Readonly<Record<string, Names>> = named(['control 对照', 'variant 新版本', 'card 感谢卡']);

/** Ranks of membership as the till knows them. */
const TIERS: Readonly<Record<string, Names>> = {
  BRONZE: ['Bronze', '铜卡会员'],
  SILVER: ['Silver', '银卡会员'],
  GOLD: ['Gold', '金卡会员'],
  JADE: ['Jade', '翡翠会员'],
};

const TOPICS = {
  city: CITIES,
  region: REGIONS,
  industry: INDUSTRIES,
  position: POSITIONS,
  channel: CHANNELS,
  tier: TIERS,
  variant: VARIANTS,
} as const;
export type Topic = keyof typeof TOPICS;

const byName = new Map(Object.entries(TOPICS).map(([topic, names]) => [topic, indexOf(names)]));

/** A value of the data by its name in a language; as it is where the vocabulary does not have it. */
export function wordFor(topic: Topic, value: string, language: Language): string {
  const names = byName.get(topic)!.get(value.toLowerCase());
  return names ? names[language === 'zh' ? 1 : 0] : value;
}

/** Codes and their words in a language, as a dictionary holds them. */
export function wordsFor<K extends string>(names: Readonly<Record<K, Names>>, language: Language): Record<K, string> {
  const at = language === 'zh' ? 1 : 0;
  return Object.fromEntries(Object.entries<Names>(names).map(([code, both]) => [code, both[at]])) as Record<K, string>;
}

function named(pairs: readonly string[]): Record<string, Names> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf(' ');
      return [pair.slice(at + 1), [pair.slice(0, at), pair.slice(at + 1)]];
    }),
  );
}

function indexOf(names: Readonly<Record<string, Names>>): ReadonlyMap<string, Names> {
  return new Map(
    Object.entries(names).flatMap(([code, both]) => [code, ...both].map((name) => [name.toLowerCase(), both] as const)),
  );
}

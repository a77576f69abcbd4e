/** What the chain sells. Prices in fen. The two feast boxes are sold before their feast only. */
import { cumulate } from './dice.js';

export interface Category {
  id: string;
  name: string;
  nameZh: string;
  /** Where it is sold. */
  at: 'restaurant' | 'shop';
}

export interface Product {
  id: string;
  name: string;
  nameZh: string;
  category: Category;
  priceMinor: number;
  /** Position of the product that often goes with it. */
  companion: number;
  feast: '' | 'spring' | 'dragon' | 'moon';
}

const CATALOGUE: readonly [Omit<Category, 'id'>, string][] = [
  [
    { name: 'Noodles', nameZh: '面食', at: 'restaurant' },
    '红烧牛肉面|Braised beef noodles|3200;葱油拌面|Scallion oil noodles|1800;阳春面|Plain broth noodles|1500;雪菜肉丝面|Pork and pickled mustard noodles|2400;担担面|Dandan noodles|2200;番茄鸡蛋面|Tomato and egg noodles|2000',
  ],
  [
    { name: 'Dumplings', nameZh: '点心', at: 'restaurant' },
    '鲜肉小笼包|Pork soup dumplings|2600;虾仁蒸饺|Steamed shrimp dumplings|3000;荠菜馄饨|Shepherd’s purse wontons|2200;生煎包|Pan-fried buns|2000;素菜煎饺|Vegetable potstickers|1800',
  ],
  [
    { name: 'Small dishes', nameZh: '小菜', at: 'restaurant' },
    '拍黄瓜|Smashed cucumber|1200;卤牛腱|Marinated beef shank|3800;口水鸡|Mouth-watering chicken|3200;凉拌木耳|Wood ear salad|1400;糖醋小排|Sweet and sour ribs|4200',
  ],
  [
    { name: 'Stir-fries', nameZh: '热炒', at: 'restaurant' },
    '宫保鸡丁|Kung pao chicken|3600;麻婆豆腐|Mapo tofu|2600;清炒时蔬|Seasonal greens|2200;回锅肉|Twice-cooked pork|3800;清蒸鲈鱼|Steamed sea bass|6800',
  ],
  [
    { name: 'Soups', nameZh: '汤羹', at: 'restaurant' },
    '老鸭粉丝汤|Duck and vermicelli soup|2800;酸辣汤|Hot and sour soup|1600;番茄蛋花汤|Tomato egg-drop soup|1400;排骨莲藕汤|Rib and lotus root soup|3400',
  ],
  [
    { name: 'Drinks', nameZh: '饮品', at: 'restaurant' },
    '桂花酸梅汤|Osmanthus plum drink|1000;豆浆|Soy milk|600;茉莉冷泡茶|Cold-brew jasmine tea|1200;杨枝甘露|Mango pomelo sago|1900;米酒汤圆|Rice wine dumplings|1500',
  ],
  [
    { name: 'Noodles to cook', nameZh: '鲜面与酱料', at: 'shop' },
    '鲜切面三人份|Fresh noodles for three|1500;葱油酱|Scallion oil sauce|2200;牛肉酱|Beef chilli sauce|2800;花椒油|Sichuan pepper oil|2600;手工挂面礼装|Dried noodles, gift pack|5800',
  ],
  [
    { name: 'Frozen', nameZh: '冷冻点心', at: 'shop' },
    '速冻小笼包|Frozen soup dumplings|3800;速冻馄饨|Frozen wontons|3200;速冻水饺|Frozen dumplings|3500;手抓饼|Flaky pancakes|2400',
  ],
  [
    { name: 'Tea', nameZh: '茶叶', at: 'shop' },
    '龙井茶|Longjing tea|16800;茉莉花茶|Jasmine tea|8800;普洱茶饼|Pu’er tea cake|23800;陈皮白茶|White tea with tangerine peel|12800',
  ],
  [
    { name: 'Snacks', nameZh: '零食', at: 'shop' },
    '绿豆糕|Mung bean cakes|2600;花生酥|Peanut brittle|2200;山楂条|Hawthorn strips|1800;坚果拼盘|Mixed nuts|6800;芝麻丸|Sesame balls|3600',
  ],
  [
    { name: 'Gift boxes', nameZh: '礼盒', at: 'shop' },
    '年货礼盒|Spring Festival box|29800|spring;中秋月饼礼盒|Mid-Autumn mooncake box|23800|moon;端午粽子礼盒|Dragon Boat zongzi box|16800|dragon',
  ],
];

export const CATEGORIES: readonly Category[] = CATALOGUE.map(([category], i) => ({
  ...category,
  id: `G${String(i + 1).padStart(2, '0')}`,
}));

export const PRODUCTS: readonly Product[] = makeProducts();

export const CURRENCY = 'CNY';

/** For each category: positions of its products with running popularity (Zipf). Gift boxes are not drawn this way. */
export const SHELVES = CATEGORIES.map((category) => {
  const products = PRODUCTS.flatMap((product, i) => (product.category === category ? [i] : []));
  return { category, products, cumulative: cumulate(products.map((_, rank) => 1 / (rank + 1))) };
});

export const RESTAURANT_SHELVES = SHELVES.filter((shelf) => shelf.category.at === 'restaurant');
export const SHOP_SHELVES = SHELVES.filter((shelf) => shelf.category.at === 'shop').slice(0, -1);

/** The box of a feast; none for National Day. */
export function giftBox(feast: string): Product | undefined {
  return PRODUCTS.find((product) => product.feast !== '' && product.feast === feast);
}

function makeProducts(): Product[] {
  const all = CATALOGUE.flatMap(([, text], c) => text.split(';').map((entry) => ({ entry: entry.split('|'), c })));
  return all.map(({ entry, c }, i) => ({
    id: `P${String(i + 1).padStart(3, '0')}`,
    nameZh: entry[0] as string,
    name: entry[1] as string,
    category: CATEGORIES[c] as Category,
    priceMinor: Number(entry[2]),
    companion: companionOf(all, c, i),
    feast: (entry[3] ?? '') as Product['feast'],
  }));
}

/**
 * Each product's companion stands on the next shelf of the same kind of store, same rank: noodles go with dumplings,
 * dumplings with small dishes.
 */
function companionOf(all: readonly { c: number }[], c: number, i: number): number {
  const rank = i - all.findIndex((other) => other.c === c);
  const kind = CATEGORIES[c]?.at;
  const next = CATEGORIES.findIndex((category, n) => n > c && category.at === kind && n < CATEGORIES.length - 1);
  const shelf = next === -1 ? CATEGORIES.findIndex((category) => category.at === kind) : next;
  const first = all.findIndex((other) => other.c === shelf);
  const count = all.filter((other) => other.c === shelf).length;
  return first + (rank % count);
}

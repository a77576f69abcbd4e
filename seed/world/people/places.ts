import { wordFor } from '../../../src/kernel/vocabulary.js';

/** The chain: 青穗里 Qingsui Lane, an invented brand of noodle houses and pantry shops in real Chinese cities. */

export const BRAND = { name: 'Qingsui Lane', nameZh: '青穗里' } as const;

export interface City {
  name: string;
  region: string;
  /** Roads the stores and the customers' made-up house numbers are on. */
  roads: readonly string[];
}

export const CITIES: readonly City[] = [
  { name: '上海', region: '华东', roads: ['淮海中路', '肇嘉浜路', '四川北路', '张杨路'] },
  { name: '北京', region: '华北', roads: ['朝阳门外大街', '中关村大街', '鼓楼东大街'] },
  { name: '广州', region: '华南', roads: ['天河路', '北京路', '江南西路'] },
  { name: '深圳', region: '华南', roads: ['深南大道', '华强北路', '海德三道'] },
  { name: '成都', region: '西南', roads: ['春熙路', '玉林西路', '天府大道'] },
  { name: '杭州', region: '华东', roads: ['延安路', '文三路', '江南大道'] },
  { name: '武汉', region: '华中', roads: ['中山大道', '珞喻路'] },
  { name: '西安', region: '西北', roads: ['南大街', '科技路'] },
  { name: '南京', region: '华东', roads: ['中山路', '湖南路'] },
  { name: '重庆', region: '西南', roads: ['民权路', '观音桥步行街'] },
  { name: '苏州', region: '华东', roads: ['观前街', '现代大道'] },
  { name: '长沙', region: '华中', roads: ['黄兴中路', '解放西路'] },
];

export interface Store {
  id: string;
  name: string;
  nameZh: string;
  city: string;
  kind: 'restaurant' | 'shop' | 'online';
}

/** Every road has a noodle house, the first road of a city also a pantry shop; one online shop serves all. */
export const STORES: readonly Store[] = [...CITIES.flatMap(storesOf), online()].map((store, i) => ({
  ...store,
  id: `S${String(i + 1).padStart(3, '0')}`,
}));

const byKind = { restaurant: storesByCity('restaurant'), shop: storesByCity('shop') };

export const ONLINE = STORES[STORES.length - 1] as Store;

/** The stores of a kind in a city of the chain. */
export function storesIn(city: string, kind: 'restaurant' | 'shop'): readonly Store[] {
  return byKind[kind].get(city) ?? [];
}

function storesByCity(kind: Store['kind']): Map<string, Store[]> {
  return new Map(
    CITIES.map((city) => [city.name, STORES.filter((store) => store.city === city.name && store.kind === kind)]),
  );
}

function storesOf(city: City): Omit<Store, 'id'>[] {
  const houses = city.roads.map((road, i) => ({
    name: `${BRAND.name} Noodle House ${wordFor('city', city.name, 'en')} ${i + 1}`,
    nameZh: `${BRAND.nameZh}面馆（${city.name}${road}店）`,
    city: city.name,
    kind: 'restaurant' as const,
  }));
  const road = city.roads[0] as string;
  return [
    ...houses,
    {
      name: `${BRAND.name} Pantry ${wordFor('city', city.name, 'en')}`,
      nameZh: `${BRAND.nameZh}食铺（${city.name}${road}店）`,
      city: city.name,
      kind: 'shop' as const,
    },
  ];
}

function online(): Omit<Store, 'id'> {
  return { name: `${BRAND.name} Mini-program`, nameZh: `${BRAND.nameZh}小程序商城`, city: '', kind: 'online' };
}

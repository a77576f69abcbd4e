import { COUNT, CURRENCY, id, may, name, nameZh, nodes } from './model.js';

const file = 'catalogue.ts';

export const companies = nodes('companies', 'Company', {
  file,
  about: ['companies', '企业'],
  columns: {
    id: id('id of the company', '企业编号'),
    name,
    nameZh,
    industry: may('industry', '行业'),
    city: may('city', '城市'),
  },
});

export const interests = nodes('interests', 'Interest', {
  file,
  about: ['interests', '兴趣'],
  columns: { id: id('id of the interest', '兴趣编号'), name, nameZh },
});

export const categories = nodes('categories', 'Category', {
  file,
  about: ['product categories', '商品类目'],
  columns: { id: id('id of the category', '类目编号'), name, nameZh },
});

export const products = nodes('products', 'Product', {
  file,
  about: ['products', '商品'],
  columns: {
    id: id('id of the product', '商品编号'),
    name,
    nameZh,
    categoryId: may('its category', '所属类目', { names: 'categories', link: 'IN_CATEGORY>' }),
    priceMinor: may('list price, in minor units of the currency', '标价，以货币最小单位计', COUNT),
    currency: may('currency of the price', '标价币种', CURRENCY),
  },
});

export const stores = nodes('stores', 'Store', {
  file,
  about: ['stores', '门店'],
  columns: {
    id: id('id of the store', '门店编号'),
    name,
    nameZh,
    city: may('city', '城市'),
    kind: may('what it is', '门店类型', { choices: ['restaurant', 'shop', 'online'] }),
  },
});

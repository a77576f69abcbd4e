import { byHand, CURRENCY, customerId, id, may, must, TIME, ties } from './model.js';

const file = 'trade.ts';

/** Running totals of the buyers are kept with the orders. */
export const orders = byHand({
  file,
  about: ['orders', '订单'],
  targets: ['Order'],
  label: 'Order',
  lanes: ['customerId'],
  columns: {
    id: id('id of the order', '订单编号'),
    customerId: customerId('who placed it', '下单客户'),
    at: must('when', '下单时间', TIME),
    amount: may('amount as people write it, 14.96', '金额，如 14.96', { type: 'money' }),
    amountMinor: may('amount in minor units; amount wins', '金额，以货币最小单位计；以 amount 为准', {
      type: 'integer',
    }),
    currency: must('currency', '币种', CURRENCY),
    channel: may('sales channel', '销售渠道'),
    storeId: may('at which store', '所在门店', { names: 'stores' }),
    refundedAt: may('when it was refunded', '退款时间', TIME),
  },
});

export const orderLines = ties(
  'order-lines',
  { type: 'CONTAINS', from: 'orderId', to: 'productId', fresh: 'too' },
  {
    file,
    about: ['what orders hold', '订单明细'],
    columns: {
      orderId: must('the order', '订单', { names: 'orders' }),
      productId: must('the product', '商品', { names: 'products' }),
      quantity: may('how many; lines of one product add up', '数量，同一商品的多行相加', { type: 'number', min: 0 }),
      price: may("for one, in the order's currency", '单价，按订单币种', { type: 'money' }),
    },
  },
);

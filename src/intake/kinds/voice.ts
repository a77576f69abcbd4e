import { customerId, id, KEY, type Kind, may, must, nodes, PERSONAL, TIME, type TieShape } from './model.js';

const file = 'voice.ts';

export const posts = nodes('posts', 'Post', {
  file,
  about: ['posts', '帖子'],
  columns: {
    id: id('id of the post', '帖子编号'),
    customerId: customerId('who wrote it', '作者', '<POSTED'),
    at: may('when', '发布时间', TIME),
    text: may('its text', '正文', PERSONAL),
    language: may('language', '语言'),
    kind: may('what it is', '类型', { choices: ['POST', 'COMMENT', 'REVIEW'] }),
    replyTo: may('the post that it answers', '所回复的帖子', { names: 'posts', link: 'REPLY_TO>' }),
    rating: may('stars', '评分', { type: 'integer', min: 1, max: 5 }),
    productId: may('the product that it is about', '所评商品', { names: 'products', link: 'ABOUT>' }),
    storeId: may('the store that it is about', '所评门店', { names: 'stores', link: 'ABOUT>' }),
  },
});

/** Statement of each kind of reaction. One that may be repeated needs its time to be told apart. */
export const REACTIONS = { LIKED: 'likes', SHARED: 'shares', COMMENTED_ON: 'comments' } as const;
export type Reaction = keyof typeof REACTIONS;

const reaction = (type: Reaction): TieShape => ({ form: 'tie', type, from: 'customerId', to: 'postId', only: ['at'] });

export const reactions: Kind = {
  file,
  about: ['reactions to posts', '帖子互动'],
  targets: Object.keys(REACTIONS),
  fixes: 'kind',
  key: ['kind', 'customerId', 'postId', 'at'],
  lanes: ['customerId', 'postId'],
  columns: {
    customerId: customerId('who', '客户'),
    postId: must('to which post', '帖子', { names: 'posts' }),
    kind: must('what they did', '互动类型', { choices: Object.keys(REACTIONS) }),
    at: may('when; needed for SHARED and COMMENTED_ON', '时间，SHARED 与 COMMENTED_ON 必填', TIME),
  },
  shapes: {
    [REACTIONS.LIKED]: reaction('LIKED'),
    [REACTIONS.SHARED]: { ...reaction('SHARED'), apart: 'at' },
    [REACTIONS.COMMENTED_ON]: { ...reaction('COMMENTED_ON'), apart: 'at' },
  },
};

export const events = nodes('events', 'Event', {
  file,
  about: ['events', '事件'],
  key: ['source', 'id'],
  columns: {
    source: must('the source', '来源', KEY),
    id: id('id in that source', '在该来源中的编号'),
    customerId: customerId('who did it', '客户', '<DID'),
    type: must('what happened', '事件类型'),
    at: must('when', '时间', TIME),
    payload: may('more about it', '附加内容', { type: 'json' }),
  },
});

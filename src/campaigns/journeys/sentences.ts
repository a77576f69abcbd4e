import type { Outcome, RUN_STATES } from './move.js';
import type { TriggerType } from './trigger.js';

type Words = readonly [english: string, chinese: string];

/** What begins a journey, as one would say it. */
export const TRIGGER_WORDS: Readonly<Record<TriggerType, Words>> = {
  birthday: ['it was their birthday', '当天是客户生日'],
  anniversary: ['it was the day of their first order in a former year', '当天是首单周年'],
  firstOrder: ['they placed their first order', '客户完成了首单'],
  cartAbandoned: ['they left a cart without an order', '客户留下购物车未下单'],
  groupLeft: ['they left a group', '客户退出了群'],
  event: ['an event happened', '发生了指定事件'],
  churnWarning: ['a churn warning began', '出现了流失预警'],
  segmentEntered: ['they entered a segment', '客户进入了分群'],
  segmentLeft: ['they left a segment', '客户离开了分群'],
  referralMade: ['they referred somebody', '客户推荐了他人'],
  closeTieBought: ['somebody close to them ordered', '与其关系密切的人下了单'],
  leaderPosted: ['a leader of their community posted', '其社群的意见领袖发布了内容'],
};

const OUTCOME_WORDS: Readonly<Record<Outcome, Words>> = {
  WAITED: ['the wait was over', '等待结束'],
  HAPPENED: ['what was waited for happened', '等待的事件已发生'],
  TIMED_OUT: ['what was waited for did not happen in time', '等待的事件未按时发生'],
  YES: ['the condition held', '条件成立'],
  NO: ['the condition did not hold', '条件不成立'],
  SENT: ['a message was planned', '已安排发送消息'],
  NOT_SENT: ['no message: the customer may not be reached by that channel', '未发送：不可通过该渠道联系客户'],
  REWARDED: ['a reward was given', '已发放奖励'],
  ALERTED: ['a colleague was told', '已提醒同事'],
  ENDED: ['the end was reached', '已到终点'],
  LEFT: ['the customer left the journey', '客户已退出旅程'],
};

const AWAITED_WORDS: Readonly<Record<string, Words>> = {
  ordered: ['an order', '下单'],
  referred: ['a referral', '推荐他人'],
  posted: ['a post', '发布内容'],
  opened: ['a message to be opened', '打开消息'],
  clicked: ['a link to be followed', '点击链接'],
  replied: ['a reply', '回复消息'],
  event: ['an event', '指定事件'],
};

export interface Text {
  readonly text: string;
  readonly textZh: string;
}

/** What came of a step. */
export function outcomeText(outcome: string): Text {
  const [text, textZh] = OUTCOME_WORDS[outcome as Outcome] ?? [outcome, outcome];
  return { text, textZh };
}

/** Why somebody is in a journey. */
export function whyText(trigger: string, day: string): Text {
  const [text, textZh] = TRIGGER_WORDS[trigger as TriggerType] ?? [trigger, trigger];
  return { text: `on ${day} ${text}`, textZh: `${day}，${textZh}` };
}

interface Where {
  readonly state: string;
  readonly step: string;
  readonly awaits: string | null;
  readonly paused: boolean;
  /** Until when, as people read it; null for at once. */
  readonly until: string | null;
  /** Of who left, in words; null for the others. */
  readonly reason: Text | null;
}

/** Where somebody is in a journey, and what comes next. */
export function whereText({ state, step, awaits, paused, until, reason }: Where): Text {
  switch (state as (typeof RUN_STATES)[number]) {
    case 'DONE':
      return { text: 'went through to the end', textZh: '已走完全程' };
    case 'LEFT':
      return { text: `left at ${step}: ${reason?.text}`, textZh: `在 ${step} 退出：${reason?.textZh}` };
    default: {
      const [held, heldZh] = paused ? ['; the journey is paused', '；旅程已暂停'] : ['', ''];
      const [wanted, wantedZh] = AWAITED_WORDS[awaits ?? ''] ?? [null, null];
      const [upTo, upToZh] = until === null ? ['', ''] : [` until ${until}`, `至 ${until}`];
      const text = wanted === null ? `waits at ${step}${upTo}` : `waits at ${step} for ${wanted}${upTo}`;
      const textZh = wantedZh === null ? `在 ${step} 等待${upToZh}` : `在 ${step} 等待“${wantedZh}”${upToZh}`;
      return { text: text + held, textZh: textZh + heldZh };
    }
  }
}

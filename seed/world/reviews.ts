/**
 * Reviews from a small phrase grammar: each clause says something about one aspect, so that the sentiment is known, not
 * guessed.
 */
import type { Random } from '../../src/kernel/random.js';
import { chance, int, pick, round, sample } from './dice.js';

export const ASPECTS = ['taste', 'service', 'price', 'place', 'speed'] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface ReviewTruth {
  /** −1..1, mean of the clauses. */
  score: number;
  label: 'negative' | 'neutral' | 'positive';
  aspects: Partial<Record<Aspect, number>>;
}

export interface Review {
  text: string;
  language: 'zh' | 'en';
  rating: number;
  truth: ReviewTruth;
}

interface Words {
  subjects: Record<Aspect, readonly string[]>;
  good: Record<Aspect, readonly string[]>;
  bad: Record<Aspect, readonly string[]>;
  /** Degree words with what they do to the strength of the word after them; negation turns it round and weakens it. */
  degrees: readonly [string, number][];
  clause(subject: string, degree: string, word: string): string;
  join(clauses: readonly { text: string; value: number }[]): string;
}

const ZH: Words = {
  subjects: {
    taste: ['面条', '汤底', '小笼包', '味道', '浇头'],
    service: ['服务员', '店员', '服务态度'],
    price: ['价格', '套餐价格'],
    place: ['店里环境', '座位', '装修'],
    speed: ['上菜', '出餐', '配送'],
  },
  good: {
    taste: ['好吃', '鲜美', '入味', '地道'],
    service: ['热情', '周到', '耐心'],
    price: ['实惠', '划算'],
    place: ['干净', '舒适', '温馨'],
    speed: ['快', '及时'],
  },
  bad: {
    taste: ['难吃', '油腻', '咸', '寡淡'],
    service: ['冷淡', '敷衍', '粗鲁'],
    price: ['贵', '离谱'],
    place: ['吵', '脏', '拥挤'],
    speed: ['慢', '拖沓'],
  },
  degrees: [
    ['很', 0.8],
    ['非常', 1],
    ['特别', 1],
    ['挺', 0.7],
    ['比较', 0.6],
    ['有点', 0.4],
    ['不太', -0.5],
    ['一点也不', -0.9],
    ['不', -0.7],
  ],
  clause: (subject, degree, word) => `${subject}${degree}${word}`,
  join: (clauses) => `${joined(clauses, '，', '，但是')}。`,
};

const EN: Words = {
  subjects: {
    taste: ['the noodles were', 'the broth was', 'the dumplings were', 'the food was'],
    service: ['the staff were', 'the waiter was', 'the service was'],
    price: ['the price was', 'the set menu was'],
    place: ['the place was', 'the room was'],
    speed: ['the kitchen was', 'delivery was'],
  },
  good: {
    taste: ['tasty', 'delicious', 'fresh'],
    service: ['friendly', 'attentive', 'helpful'],
    price: ['fair', 'reasonable'],
    place: ['clean', 'cosy', 'comfortable'],
    speed: ['fast', 'prompt'],
  },
  bad: {
    taste: ['bland', 'greasy', 'salty'],
    service: ['rude', 'careless', 'unfriendly'],
    price: ['expensive', 'excessive'],
    place: ['noisy', 'dirty', 'crowded'],
    speed: ['slow', 'late'],
  },
  degrees: [
    ['very', 0.8],
    ['really', 0.9],
    ['extremely', 1],
    ['quite', 0.7],
    ['fairly', 0.6],
    ['a bit', 0.4],
    ['not very', -0.5],
    ['not at all', -0.9],
    ['not', -0.7],
  ],
  clause: (subject, degree, word) => `${subject} ${degree} ${word}`,
  join: (clauses) => {
    const text = joined(clauses, ', and ', ', but ');
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
  },
};

/** A review by someone in `mood` (−1..1: how likely each clause is to please). */
export function makeReview(random: Random, mood: number): Review {
  const language = chance(random, 0.84) ? 'zh' : 'en';
  const words = language === 'zh' ? ZH : EN;
  const aspects = sample(random, ASPECTS, int(random, 1, 3));
  const clauses = aspects.map((aspect) => makeClause(random, words, aspect, chance(random, (mood + 1) / 2)));
  const score = round(clauses.reduce((sum, clause) => sum + clause.value, 0) / clauses.length, 3);
  const label = score > 0.2 ? 'positive' : score < -0.2 ? 'negative' : 'neutral';
  const rating = Math.min(5, Math.max(1, Math.round(3 + 2.2 * score)));
  const byAspect = Object.fromEntries(clauses.map((clause, i) => [aspects[i], clause.value]));
  return { text: words.join(clauses), language, rating, truth: { score, label, aspects: byAspect } };
}

/** A clause that pleases or not: a fitting word with a degree, or the opposite word negated. */
function makeClause(random: Random, words: Words, aspect: Aspect, pleased: boolean): { text: string; value: number } {
  const negated = chance(random, 0.22);
  const [degree, strength] = pick(
    random,
    words.degrees.filter(([, by]) => by < 0 === negated),
  );
  const list = pleased === negated ? words.bad[aspect] : words.good[aspect];
  const sign = pleased === negated ? -1 : 1;
  return {
    text: words.clause(pick(random, words.subjects[aspect]), degree, pick(random, list)),
    value: round(sign * strength, 3),
  };
}

/** Clauses in a row; where the feeling turns, the turning word stands between. */
function joined(clauses: readonly { text: string; value: number }[], and: string, but: string): string {
  return clauses.reduce((text, clause, i) => {
    const before = clauses[i - 1];
    if (!before) return clause.text;
    return text + (before.value > 0 === clause.value > 0 ? and : but) + clause.text;
  }, '');
}

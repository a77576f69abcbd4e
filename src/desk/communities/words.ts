import { communityNameIn, segmentNameIn } from '../answers.js';
import type { Desk } from '../store.js';
import type { Community, Profile, Topic } from './questions.js';

/** What a community is called; its id where it is gone or has no name. */
export function nameOf(community: Pick<Community, 'name' | 'nameZh'> | undefined, id: string, desk: Desk): string {
  return (community && communityNameIn(community, desk.state().language)) ?? id;
}

export function topicIn({ topic, topicZh }: Topic, desk: Desk): string {
  return desk.state().language === 'zh' ? topicZh : topic;
}

/** What a segment is called; who is in none never ordered. */
export function segmentOf(id: string, { choices }: Profile, desk: Desk): string {
  const known = choices.find((choice) => choice.id === id);
  return known ? segmentNameIn(known, desk.state().language) : desk.text().community.noSegment;
}

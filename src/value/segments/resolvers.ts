import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { conditionKinds } from './describe.js';
import { historyAsked, jsonOf, membersAsked, movesAsked, previewAsked, segmentAsked } from './input.js';
import { segmentMovesShown } from './moves.service.js';
import { refreshSegment, refreshSegments } from './refresh.service.js';
import {
  archiveSegment,
  previewSegment,
  saveSegment,
  segmentHistory,
  segmentMembers,
  updateSegment,
} from './segments.service.js';
import { segmentRule, segmentRules } from './stored.service.js';

const idIn = (args: unknown, name: string) => checked(segmentAsked, args, name).id;
const json = ({ rule }: { readonly rule: unknown }) => JSON.stringify(rule);

export const resolvers = {
  Query: {
    segmentRules: (_parent: unknown, _args: unknown, { services }: ApiContext) => segmentRules(services),
    segmentRule: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return segmentRule(services, idIn(args, 'segmentRule'));
    },
    segmentConditions: () => conditionKinds(),
    segmentMoves: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return segmentMovesShown(services, checked(movesAsked, args, 'segmentMoves'));
    },
    previewSegment: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { rule, sample } = checked(previewAsked, args, 'previewSegment');
      return previewSegment(services, jsonOf(rule), sample);
    },
    segmentMembers: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return segmentMembers(services, checked(membersAsked, args, 'segmentMembers'));
    },
    segmentHistory: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return segmentHistory(services, checked(historyAsked, args, 'segmentHistory') as never);
    },
  },
  Mutation: {
    createSegment: (_parent: unknown, { input }: { input: { rule: unknown } }, { services }: ApiContext) => {
      return saveSegment(services, { ...input, rule: jsonOf(input.rule) });
    },
    updateSegment: (_parent: unknown, { input }: { input: { rule: unknown } }, { services }: ApiContext) => {
      return updateSegment(services, { ...input, rule: jsonOf(input.rule) });
    },
    archiveSegment: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return archiveSegment(services, idIn(args, 'archiveSegment'));
    },
    refreshSegment: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return refreshSegment(services, idIn(args, 'refreshSegment'));
    },
    refreshSegments: (_parent: unknown, _args: unknown, { services }: ApiContext) => refreshSegments(services),
  },
  SegmentRule: { rule: json },
  SegmentVersion: { rule: json },
};

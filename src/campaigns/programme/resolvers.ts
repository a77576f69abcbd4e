import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { codeAsked, inviteInput, type ProgrammeInput, programmeId, redeemInput, type SimulateInput } from './input.js';
import {
  createProgramme,
  payReward,
  programmeOf,
  referralCode,
  simulateProgramme,
  turnProgramme,
} from './programme.service.js';
import { noteInvitation, redeemCode } from './redeem.service.js';
import { settleProgramme } from './settle.service.js';

const idIn = (args: unknown, name: string) => checked(programmeId, args, name).id;

export const resolvers = {
  Query: {
    referralProgramme: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      programmeOf(services, idIn(args, 'referralProgramme')),
    simulateProgramme: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      simulateProgramme(services, args as SimulateInput),
  },
  Mutation: {
    createProgramme: (_parent: unknown, { input }: { input: ProgrammeInput }, { services }: ApiContext) =>
      createProgramme(services, input),
    startProgramme: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      turnProgramme(services, idIn(args, 'startProgramme'), 'start'),
    stopProgramme: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      turnProgramme(services, idIn(args, 'stopProgramme'), 'stop'),
    settleProgramme: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      settleProgramme(services, idIn(args, 'settleProgramme')),
    referralCode: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { programme, customer } = checked(codeAsked, args, 'referralCode');
      return referralCode(services, programme, customer);
    },
    redeemCode: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      redeemCode(services, checked(redeemInput, args, 'redeemCode')),
    noteInvitation: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      noteInvitation(services, checked(inviteInput, args, 'noteInvitation')),
    payReward: (_parent: unknown, args: unknown, { services }: ApiContext) => payReward(services, args),
  },
};

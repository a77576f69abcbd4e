import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { closeJourneyAlert, journeyAlerts } from './alerts.service.js';
import { alertsAsked, definitionIn, journeyAsked, peopleAsked, personAsked, savedInput } from './input.js';
import { faultsOf, journeyById, journeys, saveJourney, type Turn, turnJourney } from './journeys.service.js';
import { journeyPeople, journeysOfCustomer } from './person.service.js';

export const resolvers = {
  Query: {
    journeys: (_parent: unknown, _args: unknown, { services }: ApiContext) => journeys(services),
    journey: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return journeyById(services, checked(journeyAsked, args, 'journey').id);
    },
    journeyOf: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return journeysOfCustomer(services, checked(personAsked, args, 'journeyOf').customer);
    },
    journeyPeople: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return journeyPeople(services, checked(peopleAsked, args, 'journeyPeople'));
    },
    checkJourney: (_parent: unknown, args: unknown) => {
      return faultsOf(definitionIn(checked(savedInput, args, 'checkJourney').definition));
    },
    journeyAlerts: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return journeyAlerts(services, checked(alertsAsked, args, 'journeyAlerts').first);
    },
  },
  Mutation: {
    createJourney: async (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { definition, start } = checked(savedInput, args, 'createJourney');
      const saved = await saveJourney(services, definitionIn(definition));
      return start ? turnJourney(services, saved.id, 'resume') : saved;
    },
    pauseJourney: turning('pause'),
    resumeJourney: turning('resume'),
    archiveJourney: turning('archive'),
    closeJourneyAlert: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return closeJourneyAlert(services, checked(journeyAsked, args, 'closeJourneyAlert').id);
    },
  },
};

function turning(turn: Turn) {
  return (_parent: unknown, args: unknown, { services }: ApiContext) =>
    turnJourney(services, checked(journeyAsked, args, `${turn}Journey`).id, turn);
}

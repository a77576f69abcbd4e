/** The boxes of the journeys view. */
export { JourneyAlerts } from './alerts.js';
export { JourneyBuild } from './build.js';
export { JourneyList } from './list.js';
export { PersonJourneys } from './person.js';
export { JourneySteps } from './steps.js';

/** The boxes of the views of what acts on people: experiments, attribution, referral programmes. */
export { Attribution } from './attribution.js';
export { ExperimentBuild } from './experiment-build.js';
export { ExperimentList, ExperimentResults } from './experiments.js';
export { Leaderboard, Programmes } from './programme.js';
export { Simulated } from './simulated.js';

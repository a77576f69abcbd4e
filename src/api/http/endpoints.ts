import { signedEndpoints as receipts } from '../../campaigns/dispatch/rest.js';
import { endpoints as experiments } from '../../campaigns/experiments/rest.js';
import { endpoints as programme } from '../../campaigns/programme/rest.js';
import { endpoints as campaigns } from '../../campaigns/rest.js';
import { endpoints as choices } from '../../consent/choices/rest.js';
import { endpoints as privacy } from '../../consent/rest.js';
import { endpoints as intake } from '../../intake/rest.js';
import type { RestEndpoint, SignedEndpoint } from '../../security/index.js';
import { endpoints as clusters } from '../../value/clusters/rest.js';
import { endpoints as segments } from '../../value/segments/rest.js';

/** Every REST endpoint of the areas. */
export const endpoints: readonly RestEndpoint[] = [
  ...privacy,
  ...choices,
  ...intake,
  ...segments,
  ...clusters,
  ...campaigns,
  ...experiments,
  ...programme,
];

/** Those that take a signature in place of a token. */
export const signedEndpoints: readonly SignedEndpoint[] = receipts;

import { endpoints as campaigns } from '../campaigns/rest.js';
import { endpoints as choices } from '../privacy/choices/rest.js';
import { endpoints as privacy } from '../privacy/rest.js';
import type { RestEndpoint } from './rest-endpoint.js';

/** Every REST endpoint of the areas. */
export const endpoints: readonly RestEndpoint[] = [...privacy, ...choices, ...campaigns];

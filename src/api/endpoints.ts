import type { RestEndpoint } from './rest-endpoint.js';

/** Every REST endpoint of the areas. */
export const endpoints: readonly RestEndpoint[] = [];

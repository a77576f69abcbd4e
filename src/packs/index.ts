/**
 * Packs: the graph in the tools that others have. What a pack shows follows from the library (`phrase` lines), from the
 * types of the generated reads and from the policy; nothing is listed twice.
 *
 * - perspective: how Neo4j Bloom (Explore) sees the graph, for one role: categories, rules of style, search phrases
 * - search phrase: a picture of the library under the words of its `phrase` line, or in Chinese `phraseZh`
 * - scene action: a picture asked about the selected nodes; its parameter is `nodes`
 * - dashboard: a board of NeoDash, made of questions of the library
 * - favourites: the questions as a folder of Neo4j Browser's saved scripts
 */
export { beginWith } from './begin-with.js';
export { perspective } from './bloom/perspective.js';
export { favouritesArchive } from './browser/favourites.js';
export { browserGuide } from './browser/guide.js';
export { dashboard } from './neodash/dashboard.js';

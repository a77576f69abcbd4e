import type { Community } from '../ties/community.js';
import type { CommunityTruth } from '../truth.js';

/** One way of writing a world down. */
export interface Writer {
  /** Writes one community and says what was planted in it. */
  write(plan: Community): CommunityTruth;
  /** What the manifest says beyond the list of files. */
  manifest?(): Record<string, unknown>;
}

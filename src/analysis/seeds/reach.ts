/**
 * How many people word reaches from those taken so far, in the mean over worlds that stay the same from one question to
 * the next. So gains never grow while more are taken (submodular), which is what lets CELF be lazy.
 */
export interface Reach {
  /** People that would be reached in addition, in the mean, the person included; 0 for one taken. */
  gain(person: number): number;
  take(person: number): void;
  /** Takes a person back who was taken. */
  giveBack(person: number): void;
  /** Nobody is taken any more. */
  clear(): void;
}

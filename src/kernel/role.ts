/** Who may ask: the closed list of roles a token can carry. */
export const ROLES = ['admin', 'marketer', 'analyst', 'service', 'privacy-officer'] as const;
export type Role = (typeof ROLES)[number];

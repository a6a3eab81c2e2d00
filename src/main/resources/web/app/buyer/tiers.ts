import type { Tier } from './types.ts';

/** From the best to those who have not bought yet. */
export const TIERS: Tier[] = ['VIP', 'LOYAL', 'ACTIVE', 'NEW', 'AT_RISK', 'LOST', 'LEAD'];

export const tierColours: Record<Tier, string> = {
  VIP: 'violet', LOYAL: 'teal', ACTIVE: 'green', NEW: 'blue', AT_RISK: 'amber', LOST: 'red', LEAD: '',
};

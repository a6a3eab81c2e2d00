import { call, get, query, type Answer } from '../base/api.ts';
import type { Page, Tier } from '../base/types.ts';

/* The REST contract of tiers as far as the page uses it. */

/** One line of a policy; what is left out holds for everybody. */
export interface TierRule {
  tier: Tier;
  minPurchaseDays?: number;
  maxPurchaseDays?: number;
  cyclesOver?: number;
  minSpendPercentile?: number;
}

export interface Snapshot {
  day: string;
  finishedAt: string;
  policyRevision: number;
  cycleBasis: 'BUYERS' | 'FOLLOWERS';
  cycleDays: number;
  cycleIntervals: number;
  purchasingBuyers: number | null;
  spendThresholds: { percentile: number; spend: string }[];
  moved: number;
}

export interface TierPolicy {
  rules: TierRule[];
  snapshot: Snapshot | null;
}

export interface Revision {
  revision: number;
  changedBy: string | null;
  changedAt: string | null;
  rules: TierRule[];
}

export interface Move {
  from: Tier;
  to: Tier;
  buyers: number;
}

export interface TierPreview {
  asOf: string;
  counts: Record<Tier, number>;
  moves: Move[];
}

export interface FollowerCounts {
  tier: Tier;
  buyers: number;
  added: number;
}

export const TIERS: Tier[] = ['VIP', 'LOYAL', 'ACTIVE', 'NEW', 'AT_RISK', 'LOST', 'LEAD'];

export function listFollowerCounts(shop: string): Promise<FollowerCounts[]> {
  return get(`/shops/${shop}/follower-lists`);
}

export function readPolicy(shop: string): Promise<Answer<TierPolicy>> {
  return call('GET', `/shops/${shop}/tier-policy`);
}

export function previewPolicy(shop: string, rules: TierRule[]): Promise<Answer<TierPreview>> {
  return call('POST', `/shops/${shop}/tier-policy/preview`, { body: { rules } });
}

export function replacePolicy(shop: string, rules: TierRule[], ifMatch: string): Promise<Answer<TierPolicy>> {
  return call('PUT', `/shops/${shop}/tier-policy`, { body: { rules }, ifMatch });
}

export function listRevisions(shop: string, after: string | null): Promise<Page<Revision>> {
  return get(`/shops/${shop}/tier-policy/revisions${query({ after, limit: 10 })}`);
}

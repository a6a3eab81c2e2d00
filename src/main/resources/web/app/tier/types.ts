import type { Tier } from '../buyer/types.ts';
import type { CycleBasis } from '../cycle/types.ts';

/** One line of a policy; what is left out holds for everybody. */
export interface TierRule {
  tier: Tier;
  minPurchaseDays?: number;
  maxPurchaseDays?: number;
  cyclesOver?: number;
  minSpendPercentile?: number;
}

/** @schema TierSnapshotResponse */
export interface Snapshot {
  day: string;
  finishedAt: string;
  policyRevision: number;
  cycleBasis: CycleBasis;
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

/** @schema TierPolicyRevisionResponse */
export interface Revision {
  revision: number;
  changedBy: string | null;
  changedAt: string | null;
  rules: TierRule[];
}

/** @schema Move */
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

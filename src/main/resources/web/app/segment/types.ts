import type { Tier } from '../buyer/types.ts';

export interface Segment {
  id: string;
  name: string;
  filter: string;
  createdBy: string;
  updatedAt: string;
  version: number;
}

/** @schema BuyerResponse */
export interface BuyerSample {
  id: string;
  platformId: string | null;
  phone: string | null;
  purchaseDays: number;
  lastDay: string | null;
  netSpend: string;
  tier: Tier;
}

export interface SegmentPreview {
  filter: string;
  buyers: number;
  reachable: number;
  tiers: Record<Tier, number>;
  sample: BuyerSample[];
}

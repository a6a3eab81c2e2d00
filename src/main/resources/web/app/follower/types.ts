import type { Tier } from '../buyer/types.ts';

export interface FollowerCounts {
  tier: Tier;
  buyers: number;
  added: number;
}

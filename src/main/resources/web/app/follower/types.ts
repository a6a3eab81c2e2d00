import type { Tier } from '../buyer/types.ts';

/** @schema FollowerListResponse */
export interface FollowerCounts {
  tier: Tier;
  buyers: number;
  added: number;
}

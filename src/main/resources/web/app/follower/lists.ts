import { get } from '../base/api.ts';
import type { FollowerCounts } from './types.ts';

export function listFollowerCounts(shop: string): Promise<FollowerCounts[]> {
  return get(`/shops/${shop}/follower-lists`);
}

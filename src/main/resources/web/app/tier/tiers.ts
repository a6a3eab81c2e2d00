import { call, get, query, type Answer } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { Revision, TierPolicy, TierPreview, TierRule } from './types.ts';

/* The REST contract of tiers as far as the page uses it. */

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

import { get, query } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { Period } from '../staff/people.ts';
import type { Act } from './types.ts';

export function listActs(shop: string, terms: Period & { thing: string }, after: string | null): Promise<Page<Act>> {
  return get(`/shops/${shop}/audit-events${query({ ...terms, after })}`);
}

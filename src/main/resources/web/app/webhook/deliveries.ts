import { call, get, query } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { HookDelivery } from './types.ts';

export function listFailedDeliveries(shop: string): Promise<Page<HookDelivery>> {
  return get(`/shops/${shop}/hook-deliveries${query({ status: 'FAILED', limit: 50 })}`);
}

export async function retryDelivery(id: string): Promise<void> {
  await call('PUT', `/hook-deliveries/${id}/retry`);
}

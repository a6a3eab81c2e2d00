import { call, get, query } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { DueBuyer, Forecast } from './types.ts';

export function listDueBuyers(shop: string, within: number, after: string | null): Promise<Page<DueBuyer>> {
  return get(`/shops/${shop}/due-buyers${query({ within, after, limit: 50 })}`);
}

export function readForecast(shop: string): Promise<Forecast> {
  return get(`/shops/${shop}/forecast`);
}

export async function fitAnew(shop: string): Promise<void> {
  await call('POST', `/shops/${shop}/forecast-fits`);
}

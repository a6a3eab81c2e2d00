import { get, query } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { Order } from '../order/types.ts';
import type { CycleScope, MeasuredCycle } from './types.ts';

/** Whose purchases, of what and until when; what is empty does not narrow it. */
export interface CycleQuestion {
  scope: CycleScope;
  tier: string;
  cohort: string;
  product: string;
  category: string;
  asOf: string;
}

export const EVERYBODY: CycleQuestion = { scope: 'AUTO', tier: '', cohort: '', product: '', category: '', asOf: '' };

export const readCycle = (shop: string, question: CycleQuestion) =>
  get<MeasuredCycle>(`/shops/${shop}/repurchase-cycle${query({ ...question })}`);

/** @param link one of those that come with a cycle */
export const listOrders = (link: string, after: string | null) =>
  get<Page<Order>>(`${link.replace(/^\/api\/v1/, '')}${after ? `&after=${encodeURIComponent(after)}` : ''}`);

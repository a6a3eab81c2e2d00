import { call, newKey } from '../../base/api.ts';
import type { Plan, PlanRequest } from './types.ts';

export async function previewPlan(shop: string, request: PlanRequest): Promise<Plan> {
  return (await call<Plan>('POST', `/shops/${shop}/campaign-plans`, { body: request })).data;
}

/** @param tag of the preview: refused if anything else would be changed than it showed */
export async function acceptPlan(shop: string, request: PlanRequest, tag: string): Promise<Plan> {
  const options = { body: { ...request, accept: true, tag }, idempotencyKey: newKey() };
  return (await call<Plan>('POST', `/shops/${shop}/campaign-plans`, options)).data;
}

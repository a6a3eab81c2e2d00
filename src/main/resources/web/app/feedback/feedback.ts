import { call } from '../base/api.ts';

export const FEEDBACK_KINDS = [
  'QUESTION', 'OBJECTION', 'PRAISE', 'COMPLAINT', 'SCRIPT_PROBLEM', 'PRODUCT_PROBLEM', 'IDEA', 'OTHER',
];

/** What was met with at a task. */
export async function report(
  { id: task, shopId }: { id: string; shopId: string },
  kind: string,
  text: string,
  idempotencyKey: string,
): Promise<void> {
  await call('POST', `/shops/${shopId}/feedback`, { body: { kind, text, task }, idempotencyKey });
}

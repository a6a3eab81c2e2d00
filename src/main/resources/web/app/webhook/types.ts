export interface HookDelivery {
  id: string;
  source: string;
  topic: string;
  receivedAt: string;
  orderNo: string | null;
  reason: string | null;
}

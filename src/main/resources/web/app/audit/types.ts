/** @schema AuditEventResponse */
export interface Act {
  id: string;
  at: string;
  action: string;
  staffId: string;
  staffName: string;
  thing: string;
  thingId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface Order {
  id: string;
  orderNo: string;
  day: string;
  status: string;
  netAmount: string;
}

export type ImportStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';

export interface OrderImport {
  id: string;
  status: ImportStatus;
  format: string;
  dryRun: boolean;
  fileName: string;
  rows: number;
  orders: Record<'created' | 'updated' | 'unchanged' | 'rejected' | 'stale' | 'superseded', number>;
  buyers: Record<'created' | 'updated', number>;
  /** What orders leave open that were taken all the same. */
  warnings: { refundsWithoutAmount: number };
  /** From 0 to 1. */
  progress: number;
  failure: string | null;
  createdAt: string;
}

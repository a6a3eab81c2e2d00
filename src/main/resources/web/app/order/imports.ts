import { downloadCsv, get, query, upload } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { OrderImport } from './types.ts';

/** The platforms whose exports are read; `auto` finds out by the header. */
export const FORMATS = ['auto', 'taobao', 'jd', 'pdd', 'douyin', 'youzan', 'shopify', 'generic'];

export function isOver(job: OrderImport): boolean {
  return job.status === 'DONE' || job.status === 'FAILED';
}

export function listImports(shop: string, after: string | null): Promise<Page<OrderImport>> {
  return get(`/shops/${shop}/order-imports${query({ after, limit: 20 })}`);
}

export function readImport(id: string): Promise<OrderImport> {
  return get(`/order-imports/${id}`);
}

/** What was not taken, or what was taken though it leaves something open, and why. */
export function downloadList(id: string, which: 'rejects' | 'warnings'): Promise<void> {
  return downloadCsv(`/order-imports/${id}/${which}`, `${which}-${id}.csv`);
}

export interface Parcel {
  file: File;
  format: string;
  dryRun: boolean;
}

/** @param progress is told the share of the file that has been sent, from 0 to 1 */
export function send(shop: string, parcel: Parcel, progress: (share: number) => void): Promise<OrderImport> {
  const form = new FormData();
  form.set('format', parcel.format);
  form.set('dryRun', String(parcel.dryRun));
  form.set('file', parcel.file);
  return upload<OrderImport>(`/shops/${shop}/order-imports`, form, progress);
}

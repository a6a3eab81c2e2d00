import type { Words } from '../base/i18n.ts';

export const messages = {
  'progress.label': ['任务进度', 'Progress of the tasks'],
  'progress.done': ['任务 {done}/{total}', '{done}/{total} tasks'],
  'progress.skipped': ['跳过 {n}', '{n} skipped'],
  'progress.expired': ['过期 {n}', '{n} expired'],
  'progress.overdue': ['超时 {n}', '{n} overdue'],
} as const satisfies Words;

import { call, get, query } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { Recipient, RecipientOutcome, Task, TaskKind, TaskResult, TaskStatus } from './types.ts';

/** The queue's views: what to take, what I am at, what comes, what is over. */
export const VIEWS = ['open', 'mine', 'planned', 'closed'] as const;
export type View = (typeof VIEWS)[number];

export const CLOSED: TaskStatus[] = ['DONE', 'SKIPPED', 'EXPIRED'];

export interface TaskFilter {
  shop: string;
  view: View;
  /** Of the closed ones. */
  closed: TaskStatus;
  kind: TaskKind | '';
  after?: string | null;
}

export function listTasks({ shop, view, closed, kind, after }: TaskFilter): Promise<Page<Task>> {
  const status = { open: 'OPEN', mine: 'CLAIMED', planned: 'PLANNED', closed }[view];
  return get(`/tasks${query({ shop, status, mine: view === 'mine' || undefined, kind, after, limit: 50 })}`);
}

export function readTask(id: string): Promise<Task> {
  return get(`/tasks/${id}`);
}

/** Its subject is where it is done; the task is done by that itself. */
export function isDoneElsewhere(task: Task): boolean {
  return task.subject != null && task.subject.kind !== 'TASK';
}

export async function claim(id: string): Promise<void> {
  await call('PUT', `/tasks/${id}/claim`);
}

export async function giveBack(id: string): Promise<void> {
  await call('DELETE', `/tasks/${id}/claim`);
}

/** What is told of a task that is done: when, which words were seen, what came of it, why not of all. */
export interface Completion {
  at: string;
  scriptVersion?: number;
  result: TaskResult;
  restReason?: string;
}

export async function complete(id: string, completion: Completion): Promise<void> {
  await call('PUT', `/tasks/${id}/completion`, { body: completion });
}

export async function skip(id: string, reason: string): Promise<void> {
  await call('PUT', `/tasks/${id}/skip`, { body: { reason } });
}

export async function snooze(id: string, until: string): Promise<void> {
  await call('PUT', `/tasks/${id}/snooze`, { body: { until } });
}

/** All recipients of a private message, page by page. */
export async function listRecipients(id: string, onPage: (recipients: Recipient[]) => void): Promise<void> {
  let after: string | null = null;
  do {
    const page: Page<Recipient> = await get(`/tasks/${id}/recipients${query({ limit: 200, after })}`);
    onPage(page.items);
    after = page.next;
  } while (after);
}

/** @param happened says that it was sent though a limit speaks against it */
export interface RecipientReport {
  outcome: RecipientOutcome;
  reason?: string;
  at: string;
  happened?: boolean;
}

export async function report(id: string, followerId: string, said: RecipientReport): Promise<Recipient> {
  return (await call<Recipient>('PUT', `/tasks/${id}/recipients/${followerId}`, { body: said })).data;
}

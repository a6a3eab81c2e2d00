import type { StaffRef } from '../staff/types.ts';

export type TaskKind =
  | 'ADD_FRIEND'
  | 'WELCOME'
  | 'MOMENT'
  | 'GROUP'
  | 'PRIVATE'
  | 'FOLLOW_UP'
  | 'PREPARE'
  | 'REVIEW'
  | 'ACKNOWLEDGE'
  | 'ANSWER_FEEDBACK';
export type TaskSubject = 'CAMPAIGN' | 'FEEDBACK' | 'TASK';
export type TaskStatus = 'PLANNED' | 'OPEN' | 'CLAIMED' | 'DONE' | 'SKIPPED' | 'EXPIRED';
export type RecipientState = 'PENDING' | 'SENT' | 'FAILED' | 'SKIPPED' | 'MISSED';
export type RecipientOutcome = 'SENT' | 'SKIPPED' | 'FAILED' | 'OPT_OUT' | 'REPLIED' | 'BOUGHT' | 'PENDING';
export type ContactRule =
  | 'PRIVATE_PER_DAY'
  | 'PRIVATE_PER_7_DAYS'
  | 'PRIVATE_PER_30_DAYS'
  | 'MOMENTS_PER_DAY'
  | 'MOMENT_GAP'
  | 'QUIET_HOURS'
  | 'OPTED_OUT';

/** @schema MediaItem */
export interface Media {
  type: 'PICTURE' | 'VIDEO';
  materialId?: string | null;
  url?: string | null;
  note?: string | null;
}

/** @schema Result */
export interface TaskResult {
  likes?: number | null;
  comments?: number | null;
  replies?: number | null;
  note?: string | null;
  outcome?: 'INVITED' | 'ADDED' | null;
}

export interface Task {
  id: string;
  shopId: string;
  kind: TaskKind;
  status: TaskStatus;
  title: string | null;
  /** Which friends see the moment, or the group chat it goes to. */
  visibleTo: string | null;
  /** Which of its account's moments of the day; empty for other kinds. */
  momentNo: number | null;
  momentCount: number | null;
  copy: string | null;
  firstComment: string | null;
  staffNotes: string | null;
  media: Media[];
  account: { id: string; name: string; persona: string | null } | null;
  campaign: { id: string; name: string; day: number | null } | null;
  postId: string | null;
  scriptVersion: number | null;
  follower: { id: string; buyerId: string; platformId: string | null; remark: string | null } | null;
  /** Where it is done, or what it follows. */
  subject: { kind: TaskSubject; id: string; link: string } | null;
  opensAt: string;
  dueAt: string;
  overdue: boolean;
  assignee: StaffRef | null;
  holder: StaffRef | null;
  leaseUntil: string | null;
  snoozedUntil: string | null;
  changedAt: string | null;
  changeNote: string | null;
  closedAt: string | null;
  reason: string | null;
  completion: { result: TaskResult | null } | null;
  recipientCounts: RecipientCounts | null;
}

export type RecipientCounts = Record<'total' | 'pending' | 'sent' | 'failed' | 'skipped' | 'missed', number>;

export interface Recipient {
  followerId: string;
  platformId: string | null;
  remark: string | null;
  tier: string | null;
  state: RecipientState;
  outcome: RecipientOutcome | null;
  reason: string | null;
  copy: string | null;
  /** Why nobody may write to this follower now. */
  blocked: { limit: ContactRule; allowed: number; since: string | null; until: string | null } | null;
}

import type { Violation } from '../base/types.ts';
import type { Audience } from './post/types.ts';

export type CampaignStatus = 'DRAFT' | 'REVIEW' | 'PREPARING' | 'READY' | 'RUNNING' | 'PAUSED' | 'ENDED' | 'CLOSED' | 'CANCELLED';
export type Mechanic = 'DISCOUNT' | 'FULL_REDUCTION' | 'GIFT' | 'BUNDLE' | 'GAME';

export interface Campaign {
  id: string;
  shopId: string;
  name: string;
  startDay: string;
  days: number;
  endDay: string;
  windowEndDay: string;
  startsAt: string;
  endsAt: string;
  mechanic: Mechanic | null;
  offer: string | null;
  audience: Audience;
  holdoutPercent: number;
  status: CampaignStatus;
  revision: number;
  contentRevision: number;
  missedStart: boolean;
  source: 'CADENCE' | 'NODE' | null;
  node: string | null;
  lessons: string | null;
  warnings: { code: string; level: number; message: string }[];
  version: number;
}

export interface Gates {
  status: CampaignStatus;
  next: CampaignStatus | null;
  unmet: Violation[];
}

/** @schema NodeResponse */
export interface PlannedNode {
  code: string;
  day: string;
  kind: 'FIXED' | 'LUNAR';
  chosenByDefault: boolean;
}

export interface Review {
  contentRevision: number;
  staffId: string;
  reviewer: string;
  decision: 'APPROVE' | 'REQUEST_CHANGES';
  note: string | null;
  at: string;
}

export interface Objection {
  id: string;
  raisedBy: string;
  text: string;
  open: boolean;
  blocking: boolean;
  resolution: string | null;
  resolvedBy: string | null;
}

export type PreparationState = 'OPEN' | 'DONE' | 'NOT_NEEDED';

export interface Preparation {
  item: string;
  state: PreparationState;
  ownerName: string | null;
  dueDay: string;
  latestDay: string;
  reason: string | null;
  changedBy: string | null;
}

/** The eight headings of a briefing. @schema Agenda */
export interface Agenda {
  posts: string;
  bringIn: string;
  activateWhen: string;
  activateHowMany: string;
  firstWords: string;
  visibility: string;
  teamwork: string;
  figures: string;
}

/** @schema Question */
export interface Question {
  id: string;
  text: string;
  askedBy: string;
  answer: string | null;
}

export interface Briefing {
  round: number;
  contentRevision: number;
  agenda: Agenda;
  heldBy: string;
  acknowledgements: { staffId: string; name: string }[];
  missing: { staffId: string; name: string }[];
  questions: Question[];
}

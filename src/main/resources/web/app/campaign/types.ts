import type { Violation } from '../base/types.ts';
import type { Audience } from './post/types.ts';

export type CampaignStatus = 'DRAFT' | 'REVIEW' | 'PREPARING' | 'READY' | 'RUNNING' | 'ENDED' | 'CLOSED' | 'CANCELLED';
export type Mechanic = 'DISCOUNT' | 'FULL_REDUCTION' | 'GIFT' | 'BUNDLE' | 'GAME';

export interface Campaign {
  id: string;
  shopId: string;
  name: string;
  startDay: string;
  endDay: string;
  startsAt: string;
  endsAt: string;
  mechanic: Mechanic | null;
  offer: string | null;
  audience: Audience;
  holdoutPercent: number;
  status: CampaignStatus;
  revision: number;
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
  revision: number;
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
  resolution: string | null;
  resolvedBy: string | null;
}

export type PreparationState = 'OPEN' | 'DONE' | 'NOT_NEEDED';

export interface Preparation {
  item: string;
  state: PreparationState;
  changedBy: string | null;
  latestDay: string;
}

export interface Briefing {
  round: number;
  agenda: string | null;
  heldBy: string;
  acknowledgements: { staffId: string; name: string }[];
  missing: { staffId: string; name: string }[];
}

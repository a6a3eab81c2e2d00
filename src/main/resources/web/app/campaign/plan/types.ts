import type { Confidence, CycleBasis, CycleScope } from '../../cycle/types.ts';

export interface Window {
  startDay: string;
  endDay: string;
  source: 'CADENCE' | 'NODE';
  node: string | null;
}

/** @schema Window */
export interface PlanWindow extends Window {
  absorbed: (Window & { gapDays: number; reason: string })[];
}

export interface Cadence {
  days: number;
  scope: CycleScope;
  basis: CycleBasis;
  cycleDays: number;
  intervals: number;
  confidence: Confidence;
  /** These three are empty where the days were given. */
  factor: number | null;
  wantedDays: number | null;
  ladder: number[];
  step: number | null;
  reason: 'SMALLEST_STEP' | 'LAST_STEP' | 'GIVEN';
}

/**
 * A draft as it is once the plan is accepted; a removed one as it is now.
 *
 * @schema Draft
 */
export interface PlannedDraft extends Window {
  campaignId: string | null;
  name: string;
  fromDay: string | null;
}

export interface PlanDiff {
  create: PlannedDraft[];
  keep: PlannedDraft[];
  move: PlannedDraft[];
  remove: PlannedDraft[];
  untouchable: { campaignId: string; name: string; startDay: string; endDay: string; why: string; absorbed: Window[] }[];
  begun: Window[];
  tooSoon: Window[];
}

export interface PlanComparison {
  own: { cadence: Cadence; campaigns: number; campaignDays: number };
  added: Window[];
  gone: Window[];
  moved: { fromDay: string; startDay: string }[];
  moreCampaigns: number;
  moreCampaignDays: number;
}

export interface Plan {
  cadence: Cadence;
  campaigns: number;
  campaignDays: number;
  windows: PlanWindow[];
  cut: Window[];
  /** With the shop's own values; null where they were used. */
  comparison: PlanComparison | null;
  diff: PlanDiff;
  /** Of what accepting changes. */
  tag: string;
  /** Ids of the drafts that accepting made; likewise moved and removed. */
  created: string[];
  moved: string[];
  removed: string[];
}

/** What to plan; what is left out is the shop's own. */
export interface PlanRequest {
  from: string;
  to: string;
  anchor?: string;
  nodes?: string[];
  scope?: CycleScope;
  factor?: number;
  ladder?: number[];
}

/* The REST contract as far as the console uses it. Ids are strings, days `yyyy-MM-dd`, instants ISO-8601. */

export interface Violation {
  field: string;
  code: string;
  message: string;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface MyShop {
  id: string;
  name: string;
  staffId: string;
  displayName: string;
  roles: string[];
}

export interface Me {
  username: string;
  displayName: string;
  roles: string[];
  shops: MyShop[];
}

export interface Shop {
  id: string;
  name: string;
  timeZone: string;
  currency: string;
  cadenceLadder: number[];
}

export interface Account {
  id: string;
  name: string;
  kind: 'WECHAT' | 'WECOM';
  ownerStaffId: string;
  persona: string | null;
  active: boolean;
}

export interface Staff {
  id: string;
  username: string;
  displayName: string;
  roles: string[];
}

export type TaskKind = 'ADD_FRIEND' | 'MOMENT' | 'GROUP' | 'PRIVATE';
export type TaskStatus = 'PLANNED' | 'OPEN' | 'CLAIMED' | 'DONE' | 'SKIPPED' | 'EXPIRED';
export type RecipientState = 'PENDING' | 'SENT' | 'FAILED' | 'SKIPPED' | 'MISSED';

export interface Media {
  type: 'PICTURE' | 'VIDEO';
  materialId?: string | null;
  url?: string | null;
  note?: string | null;
}

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
  media: Media[] | null;
  account: { id: string; name: string; persona: string | null } | null;
  campaign: { id: string; name: string; day: number | null } | null;
  postId: string | null;
  follower: { id: string; buyerId: string; platformId: string | null; remark: string | null } | null;
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

export interface StaffRef {
  id: string;
  displayName: string;
}

export type RecipientCounts = Record<'total' | 'pending' | 'sent' | 'failed' | 'skipped' | 'missed', number>;

/** Whom to add, unmasked. */
export interface Contact {
  platformId: string | null;
  name: string | null;
  phone: string | null;
  email: string | null;
}

export interface Recipient {
  followerId: string;
  platformId: string | null;
  remark: string | null;
  tier: string | null;
  state: RecipientState;
  note: string | null;
  copy: string | null;
}

export type CampaignStatus = 'DRAFT' | 'REVIEW' | 'PREPARING' | 'READY' | 'RUNNING' | 'ENDED' | 'CLOSED' | 'CANCELLED';
export type Mechanic = 'DISCOUNT' | 'FULL_REDUCTION' | 'GIFT' | 'BUNDLE' | 'GAME';
export type Tier = 'VIP' | 'LOYAL' | 'ACTIVE' | 'NEW' | 'AT_RISK' | 'LOST' | 'LEAD';

export interface Audience {
  tiers: Tier[];
  tags: string[];
  accounts: string[];
}

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

export interface Post {
  id: string;
  day: number;
  date: string;
  kind: 'MOMENT' | 'GROUP' | 'PRIVATE';
  at: string;
  visibleTo: string | null;
  momentNo: number | null;
  momentCount: number | null;
  line: string | null;
  scriptId: string | null;
  audience: Audience;
}

export interface Script {
  id: string;
  title: string;
  line: string | null;
  copy: string;
}

export interface Gates {
  status: CampaignStatus;
  next: CampaignStatus | null;
  unmet: Violation[];
}

export interface PlannedNode {
  code: string;
  day: string;
  kind: 'FIXED' | 'LUNAR';
  chosenByDefault: boolean;
}

export interface Window {
  startDay: string;
  endDay: string;
  source: 'CADENCE' | 'NODE';
  node?: string | null;
}

export interface PlanWindow extends Window {
  absorbed: (Window & { gapDays: number; reason: string })[];
}

export type CycleBasis = 'FOLLOWERS' | 'BUYERS' | 'DEFAULT';
export type CycleScope = 'AUTO' | 'BUYERS' | 'FOLLOWERS';
export type Confidence = 'HIGH' | 'MEDIUM' | 'LOW';

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

/** A draft as it is once the plan is accepted; a removed one as it is now. */
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

export interface MeasuredCycle {
  basis: CycleBasis;
  asOf: string;
  orders: number;
  excluded: Record<string, number>;
  buyers: number;
  repeatBuyers: number;
  intervals: number;
  meanDays: number | null;
  medianDays: number | null;
  p25Days: number | null;
  p75Days: number | null;
  meanOfBuyerCyclesDays: number | null;
  netAmount: string;
  histogram: { fromDay: number; toDay: number; count: number }[];
  confidence: Confidence;
  cadenceDays: number;
  kmMedianDays: number | null;
  boughtAgainWithin: { days: number; share: number | null }[];
  /** Addresses of the lists behind the figures. */
  links: { orders: string; excluded: Record<string, string>; buyers: string };
}

export interface Order {
  id: string;
  orderNo: string;
  day: string;
  status: string;
  netAmount: string;
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

/** How far some tasks are. */
export interface Tally {
  tasks: number;
  done: number;
  skipped: number;
  expired: number;
  overdue: number;
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

export interface HookDelivery {
  id: string;
  source: string;
  topic: string;
  receivedAt: string;
  orderNo: string | null;
  reason: string | null;
}

export type CycleBasis = 'FOLLOWERS' | 'BUYERS' | 'DEFAULT';
export type CycleScope = 'AUTO' | 'BUYERS' | 'FOLLOWERS';
export type Confidence = 'HIGH' | 'MEDIUM' | 'LOW';

/** @schema CycleResponse */
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

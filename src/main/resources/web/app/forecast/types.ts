import type { Tier } from '../buyer/types.ts';

export type ForecastBasis = 'BG_NBD' | 'MBG_NBD' | 'CYCLE';

/** Why a buyer is on the list, in figures; those of the model are null where the cycle answers. */
export interface DueReason {
  code: 'EXPECTED' | 'CYCLE_DUE' | 'CYCLE_OVERDUE';
  purchaseDays: number;
  daysSinceLast: number;
  ownCycleDays: string | null;
  probabilityAlive: number | null;
  expectedSpend: string | null;
}

export interface DueBuyer {
  buyerId: string;
  platformId: string | null;
  phone: string | null;
  tier: Tier;
  followerStatus: string | null;
  dueDay: string;
  dueFrom: string | null;
  dueTo: string | null;
  reason: DueReason;
}

/** @schema ErrorResponse */
export interface ForecastError {
  expected: number;
  totalError: number | null;
  meanAbsoluteError: number;
}

/** @schema ForecastFitResponse */
export interface Fit {
  id: string;
  status: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
  progress: number;
}

/** One of the models that were fitted beside each other; with a flaw it must not be taken. */
export interface TriedModel {
  model: ForecastBasis;
  isChosen: boolean;
  flaw: string | null;
  parameters: { r: number; alpha: number; a: number; b: number; logLikelihood: number } | null;
  holdout: (ForecastError & { rootMeanSquareError: number }) | null;
}

export interface Forecast {
  basis: ForecastBasis;
  why: string;
  noFit: string | null;
  asOf: string | null;
  data: {
    buyers: number;
    repeatBuyers: number;
    historyDays: number;
    enoughBuyers: number;
    enoughDays: number;
    enoughRepeatBuyers: number;
  };
  models: TriedModel[];
  calibration: { repeats: number; buyers: number; actual: number; expected: number }[];
  holdout: { days: number; actual: number; model: ForecastError; naive: ForecastError } | null;
  pending: Fit | null;
}

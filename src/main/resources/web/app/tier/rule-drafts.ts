import type { Violation } from '../base/types.ts';
import type { Tier } from '../buyer/types.ts';
import { hasMessage, t, word } from './messages.ts';
import type { TierRule } from './types.ts';

export const CONDITIONS = ['minPurchaseDays', 'maxPurchaseDays', 'cyclesOver', 'minSpendPercentile'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** A rule while it is written: conditions are texts, which need not be numbers yet. */
export interface RuleDraft extends Record<Condition, string> {
  key: number;
  tier: Tier;
}

let keys = 0;

export function draftOfRule(rule: TierRule): RuleDraft {
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  return {
    key: ++keys,
    tier: rule.tier,
    minPurchaseDays: text(rule.minPurchaseDays),
    maxPurchaseDays: text(rule.maxPurchaseDays),
    cyclesOver: text(rule.cyclesOver),
    minSpendPercentile: text(rule.minSpendPercentile),
  };
}

export function rulesOf(drafts: RuleDraft[]): TierRule[] {
  return drafts.map((draft) => {
    const rule: TierRule = { tier: draft.tier };
    CONDITIONS.filter((name) => draft[name].trim()).forEach((name) => (rule[name] = Number(draft[name])));
    return rule;
  });
}

/** What the service would not even understand: texts that are no numbers, and days that are not whole. */
export function unreadable(drafts: RuleDraft[]): Violation[] {
  return drafts.flatMap((draft, i) =>
    CONDITIONS.filter((name) => {
      const n = Number(draft[name]);
      return !Number.isFinite(n) || (name.endsWith('Days') && !Number.isInteger(n));
    }).map((name) => ({ field: `rules[${i}].${name}`, code: 'Range', message: t(`policyProblem.${name}.Range`) })),
  );
}

/** In the language of the page, or the service's own words where it says something new. */
export function explainViolation({ field, code, message }: Violation): string {
  const leaf = field.replace(/^.*\./, '').replace(/\[\d+\]$/, '');
  const key = `policyProblem.${leaf}.${code}`;
  return hasMessage(key) ? t(key, { n: /\d+/.exec(message)?.[0] ?? '' }) : message;
}

/** A rule as a sentence: "VIP: ≥ 5 purchase days, the top 10% by spend". */
export function inWords(rule: TierRule): string {
  const { minPurchaseDays: min, maxPurchaseDays: max, cyclesOver, minSpendPercentile } = rule;
  const parts = [];
  if (min !== undefined && min === max) {
    parts.push(t('rule.exactly', { n: min }));
  } else if (min !== undefined || max !== undefined) {
    parts.push(max === undefined ? t('rule.atLeast', { n: min! }) : min === undefined ? t('rule.atMost', { n: max }) : t('rule.between', { min, max }));
  }
  if (cyclesOver !== undefined) {
    parts.push(t('rule.overdue', { n: cyclesOver }));
  }
  if (minSpendPercentile !== undefined) {
    parts.push(t('rule.spend', { n: minSpendPercentile }));
  }
  return `${word('tier', rule.tier)}${t('rule.colon')}${parts.join(t('list.comma')) || t('rule.everybody')}`;
}

import { Refusal } from '../base/api.ts';
import { locale } from '../base/i18n.ts';
import { explain } from '../base/problems.ts';
import { hasMessage, t } from './messages.ts';

/** Where a text is no filter, and why. */
export interface FilterProblem {
  /** Of the first character that does not fit, counted from 0. */
  at: number;
  words: string;
}

const EXPECTED = /^expected (.+), found (.+?)\.?$/s;

/** What the service expects, in Chinese; what stands for nothing else than itself is left as it is. */
const WHAT: [RegExp, (found: RegExpExecArray) => string][] = [
  [/^'and', 'or' or the end$/, () => t('filter.expected.end')],
  [/^a condition that begins with/, () => t('filter.expected.condition')],
  [/^a number of at most (\d+) digits$/, ([, n]) => t('filter.expected.number', { n })],
  [/^whole days, at most (\d+)$/, ([, n]) => t('filter.expected.days', { n })],
  [/^a day that exists$/, () => t('filter.expected.realDay')],
  [/^a day\b/, () => t('filter.expected.day')],
  [/^a text in double quotes$/, () => t('filter.expected.text')],
  [/^one of (.+)$/s, ([, words]) => t('filter.expected.oneOf', { words: words.replaceAll(', ', ' ') })],
];

/** @returns nothing if the refusal is not about the filter's text */
export function filterProblem(e: unknown): FilterProblem | undefined {
  const violation = e instanceof Refusal ? e.violations.find(({ field, code }) => field === 'filter' && code === 'Syntax') : undefined;
  const parts = violation && /^At character (\d+): (.+)$/s.exec(violation.message);
  return parts ? { at: Number(parts[1]) - 1, words: inWords(Number(parts[1]), parts[2]) } : undefined;
}

function inWords(position: number, message: string): string {
  const expected = EXPECTED.exec(message);
  if (locale() === 'en' || !expected) {
    return t('filter.at', { n: position, message: message.endsWith('closing quote') ? t('filter.noClosingQuote') : message });
  }
  const [, what, found] = expected;
  const translated = WHAT.map(([pattern, words]) => ({ match: pattern.exec(what), words })).find(({ match }) => match);
  return t('filter.expected', {
    n: position,
    what: translated ? translated.words(translated.match!) : what.replace(/ or /g, t('list.and')),
    found: found === 'the end' ? t('filter.theEnd') : found,
  });
}

/** Why a segment was not saved or removed: another has its name, or something is still to go to its buyers. */
export function explainSegment(e: unknown): string {
  const violation = e instanceof Refusal && e.status === 409 ? e.violations[0] : undefined;
  const key = `segment.${violation?.code}`;
  if (!violation || !hasMessage(key)) {
    return explain(e);
  }
  return t(key, {
    name: /"(.+)"/s.exec(violation.message)?.[1] ?? '',
    when: /\d{4}-\d\d-\d\d at \d\d:\d\d/.exec(violation.message)?.[0].replace(' at', '') ?? '',
  });
}

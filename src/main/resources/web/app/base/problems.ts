import { LoggedOut, Refusal, Unreachable } from './api.ts';
import { locale } from './i18n.ts';
import { hasMessage, t } from './messages.ts';

/** What went wrong, in words for the person in front of the page. */
export function explain(e: unknown): string {
  if (e instanceof LoggedOut) {
    return t('problem.loggedOut');
  }
  if (e instanceof Unreachable) {
    return t(navigator.onLine ? 'problem.unreachable' : 'problem.offline');
  }
  if (e instanceof Refusal) {
    return explainRefusal(e);
  }
  console.error(e);
  return t('problem.unknown');
}

function explainRefusal(refusal: Refusal): string {
  const key = `problem.${refusal.code}`;
  const words = hasMessage(key) ? t(key) : t('problem.refused', { status: refusal.status });
  // The server's sentences are English; in Chinese they only help as a hint behind our own words.
  if (locale() === 'en') {
    return refusal.detail ? `${words} ${refusal.detail}` : words;
  }
  return hasMessage(key) && refusal.code !== 'VALIDATION_FAILED' ? words : `${words} ${refusal.detail}`.trim();
}

export function isRefusal(e: unknown, ...codes: string[]): e is Refusal {
  return e instanceof Refusal && codes.includes(e.code);
}

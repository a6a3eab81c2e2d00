import { Refusal } from '../base/api.ts';
import { hasMessage, t } from '../base/i18n.ts';
import { explain } from '../base/problems.ts';

/** What went wrong with a person, in this page's own words where it has some. */
export function explainPerson(e: unknown): string {
  const code = e instanceof Refusal ? e.violations[0]?.code : undefined;
  const key = `people.problem.${code}`;
  return code && hasMessage(key) ? t(key) : explain(e);
}

import { Refusal } from '../base/api.ts';
import { explain } from '../base/problems.ts';
import { hasMessage, t } from './messages.ts';

/** What went wrong with a person, in this page's own words where it has some. */
export function explainPerson(e: unknown): string {
  const code = e instanceof Refusal ? e.violations[0]?.code : undefined;
  const key = `staff.problem.${code}`;
  return code && hasMessage(key) ? t(key) : explain(e);
}

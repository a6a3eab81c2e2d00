import { locale } from '../base/i18n.ts';
import type { Violation } from '../base/types.ts';
import { hasMessage, t, word } from './messages.ts';

/** An unmet gate as a sentence: ours where we have one, else the server's. */
export function gateInWords(gate: Violation): string {
  const key = `gate.${gate.code}`;
  if (!hasMessage(key)) {
    return gate.message;
  }
  const [, part = ''] = gate.field.split('/');
  const numbers = gate.message.match(/\d+/g) ?? [];
  return t(key, {
    item: word('preparation', part),
    round: part,
    done: numbers[0] ?? '',
    needed: numbers[1] ?? '',
    days: gate.message.match(/\d{4}-\d\d-\d\d/g)?.join(' / ') ?? '',
    names: gate.message.match(/(?:acknowledged|requested) by (.+)\.$/)?.[1] ?? '',
    // Broken rules differ too much to say them all again in Chinese.
    detail: locale() === 'en' ? gate.message : ruleInWords(gate.message),
  });
}

function ruleInWords(message: string): string {
  const [rule, rest] = message.split(/:\s(.*)/s);
  const name = word('postRule', rule);
  return rest && name !== rule ? `${name}（${rest}）` : message;
}

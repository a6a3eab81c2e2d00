import { messages, type MessageKey } from './messages.ts';

export type Locale = 'zh-CN' | 'en';

const STORE = 'siyu.locale';
const listeners = new Set<() => void>();
let current: Locale = localStorage.getItem(STORE) === 'en' ? 'en' : 'zh-CN';
document.documentElement.lang = current;

export function locale(): Locale {
  return current;
}

export function setLocale(next: Locale): void {
  current = next;
  localStorage.setItem(STORE, next);
  document.documentElement.lang = next;
  listeners.forEach((listener) => listener());
}

export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The message in the language of the page; `{name}` stands for a parameter. */
export function t(key: MessageKey, params: Record<string, string | number> = {}): string {
  const text: string = messages[key][current === 'en' ? 1 : 0];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** The message `prefix.value` if there is one, else the value itself: for words that the server may add later. */
export function word(prefix: string, value: string | null | undefined): string {
  if (!value) {
    return '';
  }
  const key = `${prefix}.${value}`;
  return key in messages ? t(key as MessageKey) : value;
}

export function hasMessage(key: string): key is MessageKey {
  return key in messages;
}

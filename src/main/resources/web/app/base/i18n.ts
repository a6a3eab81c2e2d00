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

/** Texts by key, each in both languages: who adds one without the other is stopped by the compiler. */
export type Words = Record<string, readonly [chinese: string, english: string]>;

/** Speaks from the words of some rooms, and knows no others: a key that none of them has does not compile. */
export function vocabulary<W extends Words>(words: W) {
  type Key = keyof W & string;

  function hasMessage(key: string): key is Key {
    return Object.hasOwn(words, key);
  }

  /** The message in the language of the page; `{name}` stands for a parameter. */
  function t(key: Key, params: Record<string, string | number> = {}): string {
    const text: string = words[key]![current === 'en' ? 1 : 0];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
  }

  /** The message `prefix.value` if there is one, else the value itself: for words that the server may add later. */
  function word(prefix: string, value: string | null | undefined): string {
    if (!value) {
      return '';
    }
    const key = `${prefix}.${value}`;
    return hasMessage(key) ? t(key) : value;
  }

  return { t, word, hasMessage };
}

const PREFIX = 'siyu.draft.';

/** What was typed and not yet sent, kept over a reload, a lost session or an empty battery. */
export function draftOf<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function keepDraft(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store only costs the draft.
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(PREFIX + key);
}

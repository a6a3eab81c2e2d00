import { call, get, type Answer } from '../../base/api.ts';
import type { WordLists } from './types.ts';

/* The REST contract of word lists as far as the page uses it. */

export function readWords(shop: string): Promise<Answer<WordLists>> {
  return call('GET', `/shops/${shop}/word-lists`);
}

export function readBuiltInWords(shop: string): Promise<WordLists> {
  return get(`/shops/${shop}/word-lists/built-in`);
}

export function replaceWords(shop: string, lists: WordLists, ifMatch: string): Promise<Answer<WordLists>> {
  return call('PUT', `/shops/${shop}/word-lists`, { body: lists, ifMatch });
}

/** A list as it is shown: one entry a line. */
export function textOf(entries: string[]): string {
  return entries.join('\n');
}

/** One entry a line, or several between commas, as lists are often pasted. */
export function entriesOf(text: string): string[] {
  return text.split(/[\n\r，、；,]/).map((line) => line.trim()).filter((line) => line !== '');
}

import { get } from '../base/api.ts';
import type { Tally } from './types.ts';

interface Live {
  byPost: { key: { id: string } | null; tally: Tally }[];
}

/** Plan against actual of each post's tasks, by post id. */
export async function readProgress(campaign: string): Promise<Map<string, Tally>> {
  const { byPost } = await get<Live>(`/campaigns/${campaign}/live`);
  return new Map(byPost.flatMap(({ key, tally }) => (key ? [[key.id, tally] as const] : [])));
}

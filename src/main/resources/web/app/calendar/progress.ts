import { get, Refusal } from '../base/api.ts';
import type { PostProgress } from '../base/types.ts';

interface Live {
  posts?: ({ postId?: string; id?: string } & PostProgress)[];
}

/** How far each post's tasks are, by post id; empty where nothing is known yet. */
export async function readProgress(campaign: string): Promise<Map<string, PostProgress>> {
  try {
    const live = await get<Live>(`/campaigns/${campaign}/live`);
    return new Map((live.posts ?? []).map((post) => [post.postId ?? post.id ?? '', post]));
  } catch (e) {
    if (e instanceof Refusal && e.status === 404) {
      return new Map();
    }
    throw e;
  }
}

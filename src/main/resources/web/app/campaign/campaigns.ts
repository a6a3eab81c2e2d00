import { call, get, newKey, query } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { Script, ScriptVersion } from '../content/types.ts';
import type { Post } from './post/types.ts';
import type { Agenda, Briefing, Campaign, CampaignStatus, Gates, Objection, PlannedNode, Preparation, PreparationState, Review } from './types.ts';

/** Colours of a campaign's states; the same on the calendar and on its page. */
export const statusColours: Record<CampaignStatus, string> = {
  DRAFT: '', REVIEW: 'amber', PREPARING: 'blue', READY: 'teal', RUNNING: 'green', PAUSED: 'amber', ENDED: 'violet', CLOSED: '', CANCELLED: 'red',
};

export const LIFE: CampaignStatus[] = ['DRAFT', 'REVIEW', 'PREPARING', 'READY', 'RUNNING', 'ENDED', 'CLOSED'];

/** All campaigns that touch a range of days. */
export async function listCampaigns(shop: string, from: string, to: string): Promise<Campaign[]> {
  const campaigns: Campaign[] = [];
  let after: string | null = null;
  do {
    const page: Page<Campaign> = await get(`/shops/${shop}/campaigns${query({ from, to, after, limit: 200 })}`);
    campaigns.push(...page.items);
    after = page.next;
  } while (after);
  return campaigns.filter((c) => c.startDay <= to && c.endDay >= from);
}

export async function listNodes(from: string, to: string): Promise<PlannedNode[]> {
  return (await get<Page<PlannedNode>>(`/marketing-nodes${query({ from, to })}`)).items;
}

/** A campaign with all that its page shows. */
export interface CampaignFile {
  campaign: Campaign;
  posts: Post[];
  scripts: Map<string, Script>;
  gates: Gates;
  reviews: Review[];
  objections: Objection[];
  preparations: Preparation[];
  briefings: Briefing[];
}

export async function readCampaign(id: string): Promise<CampaignFile> {
  const items = async <T>(part: string) => (await get<Page<T>>(`/campaigns/${id}/${part}`)).items;
  const [campaign, posts, gates, reviews, objections, preparations, briefings] = await Promise.all([
    get<Campaign>(`/campaigns/${id}`),
    items<Post>('posts'),
    get<Gates>(`/campaigns/${id}/gates`),
    items<Review>('reviews'),
    items<Objection>('objections'),
    items<Preparation>('preparations'),
    items<Briefing>('briefings'),
  ]);
  return { campaign, posts, scripts: await readScripts(posts), gates, reviews, objections, preparations, briefings };
}

/** What each post says, in the version that it keeps; by the posts' ids. */
async function readScripts(posts: Post[]): Promise<Map<string, Script>> {
  const ids = [...new Set(posts.flatMap((post) => post.scriptId ?? []))];
  const newest = new Map((await Promise.all(ids.map((id) => get<Script>(`/scripts/${id}`)))).map((script) => [script.id, script]));
  const outdated = [...new Set(posts.flatMap((post) => (post.newerScriptVersion ? (post.scriptId ?? []) : [])))];
  const versions = new Map(await Promise.all(outdated.map(async (id) =>
    [id, (await get<Page<ScriptVersion>>(`/scripts/${id}/versions`)).items] as const)));
  return new Map(posts.flatMap((post) => {
    const script = newest.get(post.scriptId ?? '');
    const kept = versions.get(post.scriptId ?? '')?.find(({ contentVersion }) => contentVersion === post.scriptVersion);
    return script ? [[post.id, kept ? { ...script, copy: kept.copy } : script] as const] : [];
  }));
}

const change = async (method: 'POST' | 'PUT', id: string, action: string, body?: unknown) => {
  await call(method, `/campaigns/${id}/${action}`, { body, ...(method === 'POST' ? { idempotencyKey: newKey() } : {}) });
};

export const fillSequence = (id: string) => change('PUT', id, 'sequence', { playbook: 'default' });
export const review = (id: string, decision: Review['decision'], note: string) => change('POST', id, 'reviews', { decision, note });
export const object = (id: string, text: string) => change('POST', id, 'objections', { text });
export const resolve = (id: string, objection: string, resolution: string) =>
  change('PUT', id, `objections/${objection}/resolution`, { text: resolution });
export const prepare = (id: string, item: string, state: PreparationState, reason?: string) =>
  change('POST', id, 'preparations', { item, state, ...(reason ? { reason } : {}) });
export const brief = (id: string, agenda: Agenda) => change('POST', id, 'briefings', { agenda });
export const acknowledge = (id: string, round: number) => change('POST', id, `briefings/${round}/acknowledgements`);
export const ask = (id: string, round: number, text: string) => change('POST', id, `briefings/${round}/questions`, { text });
export const answer = (id: string, round: number, question: string, text: string) =>
  change('PUT', id, `briefings/${round}/questions/${question}/answer`, { text });
export const learn = (id: string, text: string) =>
  change('PUT', id, 'retrospective/lessons', { lessons: text.split('\n').map((line) => line.trim()).filter(Boolean) });
export const move = (id: string, to: CampaignStatus, reason?: string, override?: boolean) =>
  change('POST', id, 'transitions', { to, ...(reason ? { reason } : {}), ...(override ? { override } : {}) });

import { call, get, query, type Answer } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { Segment, SegmentPreview } from './types.ts';

/* The REST contract of segments as far as the page uses it; docs/segments.md has the language of filters. */

export function listSegments(shop: string, after: string | null): Promise<Page<Segment>> {
  return get(`/shops/${shop}/segments${query({ after, limit: 50 })}`);
}

export function previewSegment(shop: string, filter: string): Promise<Answer<SegmentPreview>> {
  return call('POST', `/shops/${shop}/segments/preview`, { body: { filter } });
}

/** @param segment the one to change, or none to save a new one */
export function saveSegment(shop: string, segment: Segment | undefined, name: string, filter: string): Promise<Answer<Segment>> {
  const body = { name, filter };
  return segment
    ? call('PATCH', `/segments/${segment.id}`, { body, ifMatch: `"${segment.version}"` })
    : call('POST', `/shops/${shop}/segments`, { body });
}

export async function removeSegment(segment: Segment): Promise<void> {
  await call('DELETE', `/segments/${segment.id}`, { ifMatch: `"${segment.version}"` });
}

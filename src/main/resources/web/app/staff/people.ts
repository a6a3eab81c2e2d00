import { call, get, query, type Answer } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { Person, StaffStatus } from './types.ts';

/* The REST contract of people as far as the page uses it. */

export const ROLES = ['admin', 'marketer', 'staff', 'integration'] as const;

/** Whose deeds, and between which days. */
export interface Period {
  staff: string;
  from: string;
  to: string;
}

export function listPeople(shop: string, status: StaffStatus | null, after: string | null): Promise<Page<Person>> {
  return get(`/shops/${shop}/staff${query({ status, after, limit: 200 })}`);
}

export function invite(shop: string, person: { username: string; displayName: string | null; roles: string[] }): Promise<Answer<Person>> {
  return call('POST', `/shops/${shop}/staff`, { body: person });
}

export function changePerson(person: Person, change: { displayName?: string; roles?: string[]; active?: boolean }): Promise<Answer<Person>> {
  return call('PATCH', `/staff/${person.id}`, { body: change, ifMatch: `"${person.version}"` });
}

export function removePerson(person: Person): Promise<Answer<void>> {
  return call('DELETE', `/staff/${person.id}`);
}

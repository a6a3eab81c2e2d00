import { call, get, query, type Answer } from '../base/api.ts';

/* The REST contract of people, of what they did and whose contacts they saw, as far as the page uses it. */

export const ROLES = ['admin', 'marketer', 'staff', 'integration'] as const;

export type StaffStatus = 'INVITED' | 'ACTIVE' | 'INACTIVE' | 'REMOVED';

export interface Person {
  id: string;
  username: string;
  displayName: string;
  roles: string[];
  status: StaffStatus;
  joinedAt: string | null;
  leftAt: string | null;
  version: number;
}

export interface Act {
  id: string;
  at: string;
  action: string;
  staffId: string;
  staffName: string;
  thing: string;
  thingId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface Reveal {
  id: string;
  buyerId: string;
  staffId: string;
  staffName: string | null;
  kind: 'REVEAL' | 'EXPORT';
  revealedAt: string;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

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

export function listActs(shop: string, terms: Period & { thing: string }, after: string | null): Promise<Page<Act>> {
  return get(`/shops/${shop}/audit-events${query({ ...terms, after })}`);
}

export function listReveals(shop: string, terms: Period, after: string | null): Promise<Page<Reveal>> {
  return get(`/shops/${shop}/contact-reveals${query({ ...terms, after })}`);
}

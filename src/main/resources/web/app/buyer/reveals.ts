import { call, get, query } from '../base/api.ts';
import type { Page } from '../base/types.ts';
import type { Period } from '../staff/people.ts';
import type { Contact, Reveal } from './types.ts';

/** The contact of whom to add; the server keeps that it was looked at. */
export async function revealContact(buyerId: string): Promise<Contact> {
  const contact = (await call<Contact>('POST', `/buyers/${buyerId}/contact-reveals`)).data;
  // WeChat finds people by the number as it is written in China.
  return { ...contact, phone: contact.phone?.replace(/^\+86/, '') ?? null };
}

export function listReveals(shop: string, terms: Period, after: string | null): Promise<Page<Reveal>> {
  return get(`/shops/${shop}/contact-reveals${query({ ...terms, after })}`);
}

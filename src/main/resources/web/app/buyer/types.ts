/** Whom to add, unmasked. */
export interface Contact {
  platformId: string | null;
  name: string | null;
  phone: string | null;
  email: string | null;
}

export type Tier = 'VIP' | 'LOYAL' | 'ACTIVE' | 'NEW' | 'AT_RISK' | 'LOST' | 'LEAD';

/** @schema ContactRevealResponse */
export interface Reveal {
  id: string;
  buyerId: string;
  staffId: string;
  staffName: string | null;
  kind: 'REVEAL' | 'EXPORT';
  revealedAt: string;
}

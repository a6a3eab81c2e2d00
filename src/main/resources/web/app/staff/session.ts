import { get } from '../base/api.ts';
import type { Shop } from '../shop/types.ts';
import type { Me, MyShop } from './types.ts';

const SHOP = 'siyu.shop';
const RETURN_TO = 'siyu.returnTo';

/** Who is logged in, and the shop that the pages are about. */
export interface Session {
  me: Me;
  mine: MyShop;
  shop: Shop;
}

/** @returns the session, without a shop when the person works in none */
export async function openSession(): Promise<{ me: Me; session?: Session }> {
  const me = await get<Me>('/me');
  const wanted = localStorage.getItem(SHOP);
  const mine = me.shops.find((s) => s.id === wanted) ?? me.shops[0];
  if (!mine) {
    return { me };
  }
  return { me, session: { me, mine, shop: await get<Shop>(`/shops/${mine.id}`) } };
}

export function chooseShop(id: string): void {
  localStorage.setItem(SHOP, id);
}

/** Staff who are nothing else work on the queue and see no planning. */
export function isPlanner(session: Session): boolean {
  return session.mine.roles.includes('marketer') || session.mine.roles.includes('admin');
}

/** Whether the person may let others into the shop and see what was done. */
export function isAdmin(session: Session): boolean {
  return session.mine.roles.includes('admin');
}

/** Goes through the login again and comes back to this very page. */
export function logInAgain(): void {
  sessionStorage.setItem(RETURN_TO, location.hash);
  location.assign('/');
  location.reload();
}

/** The page that a renewed login should come back to. */
export function takeReturnTarget(): string | null {
  const target = sessionStorage.getItem(RETURN_TO);
  sessionStorage.removeItem(RETURN_TO);
  return target;
}

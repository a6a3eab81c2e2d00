export interface Route {
  page: 'home' | 'tasks' | 'calendar' | 'campaign' | 'cycle' | 'orders' | 'due' | 'tiers' | 'words' | 'people';
  id: string | null;
}

/**
 * `#/tasks`, `#/tasks/<id>`, `#/calendar`, `#/campaigns/<id>`, `#/cycle`, `#/orders`, `#/due`, `#/tiers`, `#/words`,
 * `#/people`, `#/people/<view>`; anything else is home.
 */
export function routeOf(hash: string): Route {
  const [, page, id] = hash.replace(/^#/, '').split('/');
  const safeId = id && /^\w+$/.test(id) ? id : null;
  switch (page) {
    case 'tasks':
      return { page: 'tasks', id: safeId };
    case 'campaigns':
      return safeId ? { page: 'campaign', id: safeId } : { page: 'calendar', id: null };
    case 'cycle':
      return { page: 'cycle', id: null };
    case 'orders':
      return { page: 'orders', id: null };
    case 'due':
      return { page: 'due', id: null };
    case 'tiers':
      return { page: 'tiers', id: null };
    case 'words':
      return { page: 'words', id: null };
    case 'people':
      return { page: 'people', id: safeId };
    case 'calendar':
      return { page: 'calendar', id: null };
    default:
      return { page: 'home', id: null };
  }
}

import { css, html, nothing } from 'lit';
import { onLoggedOut } from '../base/api.ts';
import { SiyuElement } from '../base/element.ts';
import { locale, setLocale } from '../base/i18n.ts';
import { icons } from '../base/icons.ts';
import { mayLeave } from '../base/leaving.ts';
import { explain } from '../base/problems.ts';
import { controls, states } from '../base/styles.ts';
import { chooseShop, isAdmin, isPlanner, logInAgain, openSession, takeReturnTarget, type Session } from '../staff/session.ts';
import type { Me } from '../staff/types.ts';
import { t } from './messages.ts';
import { routeOf, type Route } from './routes.ts';
import '../base/siyu-toasts.ts';
import '../base/siyu-dialog.ts';

type Part = 'tasks' | 'calendar' | 'cycle' | 'orders' | 'due' | 'tiers' | 'words' | 'people';

const LOADERS: Record<Part, () => Promise<unknown>> = {
  tasks: () => import('../task/siyu-queue.ts'),
  calendar: () => import('../campaign/calendar/siyu-calendar.ts'),
  cycle: () => import('../cycle/siyu-cycle.ts'),
  orders: () => import('../order/siyu-orders.ts'),
  due: () => import('../forecast/siyu-due.ts'),
  tiers: () => import('../tier/siyu-tiers.ts'),
  words: () => import('../content/word/siyu-words.ts'),
  people: () => import('./siyu-people.ts'),
};

/** The frame around the pages: who is here, which shop, which language, and the page that the address names. */
class SiyuApp extends SiyuElement {
  static properties = {
    me: { state: true },
    session: { state: true },
    route: { state: true },
    problem: { state: true },
    loggedOut: { state: true },
    offline: { state: true },
    ready: { state: true },
  };
  declare me: Me | undefined;
  declare session: Session | undefined;
  declare route: Route;
  declare problem: unknown;
  declare loggedOut: boolean;
  declare offline: boolean;
  declare ready: string;

  static styles = [
    controls,
    states,
    css`
      :host { display: block; }
      header {
        position: sticky; top: 0; z-index: 10; min-height: 56px; display: flex; align-items: center; gap: var(--s2);
        padding: 0 var(--s3); background: var(--surface); border-bottom: 1px solid var(--line);
      }
      .brand { display: flex; align-items: center; gap: var(--s2); font-weight: 700; color: var(--ink); text-decoration: none; min-height: var(--touch); }
      .brand img { display: block; }
      .shop { min-width: 0; max-width: 320px; flex: 0 1 auto; }
      .shop select {
        border-color: transparent; background: var(--grey-soft); font-weight: 600; padding-inline-end: var(--s2);
        text-overflow: ellipsis; min-width: 0;
      }
      .shop.single { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-inline: var(--s2); }
      nav { display: flex; gap: var(--s1); margin-inline-start: var(--s3); }
      nav a { color: var(--ink-2); padding: 0 var(--s3); min-height: var(--touch); display: flex; align-items: center; gap: var(--s2);
        text-decoration: none; font-weight: 600; border-radius: var(--radius-s); white-space: nowrap; }
      nav a[aria-current='page'] { color: var(--brand-strong); background: var(--brand-soft); }
      nav a:hover { background: var(--grey-soft); }
      .end { margin-inline-start: auto; display: flex; align-items: center; gap: var(--s1); }
      .user { color: var(--ink-2); font-size: var(--text-s); max-width: 140px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .offline { background: var(--amber-soft); color: var(--amber); text-align: center; padding: var(--s2); font-size: var(--text-s); }
      /* The names of a planner's pages need the room of a desktop. */
      @media (max-width: 1300px) { header.planner .word, header.planner .user { display: none; } }
      @media (max-width: 700px) {
        header { gap: var(--s1); padding: 0 var(--s2); }
        .word, .user { display: none; }
        nav { margin-inline-start: 0; }
        nav a { padding: 0 var(--s2); }
        /* Planners have more pages than fit beside the name of the shop; when scrolled, only the pages stay in sight. */
        header.planner { padding-block: var(--s2); top: -48px; flex-wrap: wrap; row-gap: 0; }
        /* From nothing upwards: a long name takes what is left of the first row, and never begins another. */
        .shop { flex: 1 1 0; }
        header.planner nav { order: 1; width: 100%; justify-content: space-between; }
        header.planner nav a { flex: 1; justify-content: center; }
        .end button, .end .button { padding: 0 10px; }
      }
    `,
  ];

  /** The address of the page in sight. */
  private here = '';
  private readonly onHash = () => {
    if (location.hash === this.here) {
      return;
    }
    if (routeOf(location.hash).page !== this.route.page && !mayLeave()) {
      // Back to the page, whichever way it was left: by a link, the browser's buttons or a typed address.
      history.replaceState(null, '', this.here);
      return;
    }
    this.here = location.hash;
    this.route = routeOf(location.hash);
  };
  private readonly onNetwork = () => (this.offline = !navigator.onLine);

  constructor() {
    super();
    const target = takeReturnTarget();
    if (target && !location.hash) {
      location.hash = target;
    }
    this.here = location.hash;
    this.route = routeOf(location.hash);
    this.offline = !navigator.onLine;
    this.loggedOut = false;
    this.ready = '';
  }

  connectedCallback(): void {
    super.connectedCallback();
    onLoggedOut(() => (this.loggedOut = true));
    addEventListener('hashchange', this.onHash);
    addEventListener('online', this.onNetwork);
    addEventListener('offline', this.onNetwork);
    void this.open();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.onHash);
    removeEventListener('online', this.onNetwork);
    removeEventListener('offline', this.onNetwork);
  }

  private async open(): Promise<void> {
    this.problem = undefined;
    try {
      const { me, session } = await openSession();
      this.me = me;
      this.session = session;
      // By the address itself: who has clicked on while the session opened is not called back.
      if (session && routeOf(location.hash).page === 'home') {
        location.replace(isPlanner(session) ? '#/calendar' : '#/tasks');
      }
    } catch (e) {
      this.problem = e;
    }
  }

  private async changeShop(event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement;
    if (!mayLeave()) {
      select.value = this.session!.shop.id;
      return;
    }
    chooseShop(select.value);
    location.hash = `#/${this.partOfRoute()}`;
    this.session = undefined;
    await this.open();
  }

  private page(): Exclude<Route['page'], 'home'> {
    // Staff plan nothing, but review campaigns and acknowledge briefings.
    const isStaff = !(this.session && isPlanner(this.session));
    const { page } = this.route;
    if (isStaff) {
      return page === 'campaign' || page === 'due' ? page : 'tasks';
    }
    return page === 'home' || (page === 'people' && !isAdmin(this.session!)) ? 'calendar' : page;
  }

  /** The part of the console that the page belongs to; each is loaded when it is first looked at. */
  private partOfRoute(): Part {
    const page = this.page();
    return page === 'campaign' ? 'calendar' : page;
  }

  willUpdate(): void {
    document.title = this.session ? `${this.session.shop.name} · ${t('app.name')}` : t('app.name');
    if (this.session) {
      void this.loadPart(this.partOfRoute());
    }
  }

  /** Staff's phones load the planning pages only to review a campaign. */
  private async loadPart(part: Part): Promise<void> {
    try {
      await LOADERS[part]();
      this.ready = part;
    } catch (e) {
      this.problem = e;
    }
  }

  render() {
    return html`${this.header()}
      ${this.offline ? html`<div class="offline" role="status">${t('state.offline')}</div>` : nothing}
      ${this.content()} ${this.loggedOut ? this.loginDialog() : nothing}
      <siyu-toasts></siyu-toasts>`;
  }

  private header() {
    const { session } = this;
    const part = session ? this.partOfRoute() : undefined;
    return html`<header class=${session && isPlanner(session) ? 'planner' : ''}>
      <a class="brand" href="#/" aria-label=${t('app.name')}><img src="/favicon.svg" width="28" height="28" alt="">
        <span class="word">${t('app.name')}</span></a>
      ${session ? this.shops(session) : nothing}
      ${session
        ? html`<nav aria-label=${t('nav.label')}>
            ${isPlanner(session) ? html`${this.link('calendar', part)} ${this.link('cycle', part)} ${this.link('orders', part)}` : nothing}
            ${this.link('tasks', part)} ${this.link('due', part)}
            ${isPlanner(session) ? html`${this.link('tiers', part)} ${this.link('words', part)}` : nothing}
          </nav>`
        : nothing}
      <div class="end">
        ${session && isAdmin(session)
          ? html`<a class="button quiet" href="#/people" aria-label=${t('nav.people')} title=${t('nav.people')} aria-current=${part === 'people' ? 'page' : 'false'}>${icons.people}</a>`
          : nothing}
        ${this.me ? html`<span class="user">${session?.mine.displayName ?? this.me.displayName}</span>` : nothing}
        <button class="quiet" lang=${locale() === 'en' ? 'zh-CN' : 'en'} @click=${() => setLocale(locale() === 'en' ? 'zh-CN' : 'en')}>
          ${t('app.otherLanguage')}</button>
        <a class="button quiet" href="/logout" aria-label=${t('app.logout')} title=${t('app.logout')}>${icons.logout}</a>
      </div>
    </header>`;
  }

  private link(to: Exclude<Part, 'people'>, here: Part | undefined) {
    const icon = { calendar: icons.calendar, cycle: icons.cycle, orders: icons.upload, tasks: icons.tasks, due: icons.clock, tiers: icons.tiers, words: icons.words }[to];
    return html`<a href="#/${to}" aria-label=${t(`nav.${to}`)} title=${t(`nav.${to}`)} aria-current=${to === here ? 'page' : 'false'}>${icon}<span class="word">${t(`nav.${to}`)}</span></a>`;
  }

  private shops(session: Session) {
    const { shops } = session.me;
    if (shops.length === 1) {
      return html`<span class="shop single">${session.shop.name}</span>`;
    }
    return html`<div class="shop"><select aria-label=${t('app.shop')} @change=${this.changeShop}>
      ${shops.map((shop) => html`<option value=${shop.id} ?selected=${shop.id === session.shop.id}>${shop.name}</option>`)}
    </select></div>`;
  }

  private content() {
    if (this.problem) {
      return html`<div class="state" role="alert">${icons.warn}<p>${explain(this.problem)}</p>
        <button @click=${() => this.open()}>${t('action.retry')}</button></div>`;
    }
    if (this.me && !this.session) {
      return html`<div class="state">${icons.tasks}<h2>${t('noShop.title')}</h2><p>${t('noShop.text')}</p></div>`;
    }
    const { session } = this;
    const part = this.partOfRoute();
    if (!session || this.ready !== part) {
      return html`<div class="state"><p>${t('state.loading')}</p></div>`;
    }
    switch (part) {
      case 'tasks':
        return html`<siyu-queue .session=${session} .taskId=${this.route.page === 'tasks' ? this.route.id : null}></siyu-queue>`;
      case 'cycle':
        return html`<siyu-cycle .session=${session}></siyu-cycle>`;
      case 'orders':
        return html`<siyu-orders .session=${session}></siyu-orders>`;
      case 'due':
        return html`<siyu-due .session=${session}></siyu-due>`;
      case 'tiers':
        return html`<siyu-tiers .session=${session}></siyu-tiers>`;
      case 'words':
        return html`<siyu-words .session=${session}></siyu-words>`;
      case 'people':
        return html`<siyu-people .session=${session} .view=${this.route.id}></siyu-people>`;
      case 'calendar':
        return html`<siyu-calendar .session=${session} .campaignId=${this.page() === 'campaign' ? this.route.id : null}></siyu-calendar>`;
    }
  }

  private loginDialog() {
    return html`<siyu-dialog .heading=${t('login.over')} @dismissed=${() => (this.loggedOut = false)}>
      <p>${t('login.kept')}</p>
      <button slot="actions" class="primary" @click=${logInAgain}>${t('login.again')}</button>
    </siyu-dialog>`;
  }
}

customElements.define('siyu-app', SiyuApp);

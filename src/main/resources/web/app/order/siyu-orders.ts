import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { onLocaleChange } from '../base/i18n.ts';
import { icons } from '../base/icons.ts';
import { explain } from '../base/problems.ts';
import { toast } from '../base/siyu-toasts.ts';
import { chips, controls, states } from '../base/styles.ts';
import { moment, serverNow } from '../base/time.ts';
import { isAdmin, type Session } from '../staff/session.ts';
import { listFailedDeliveries, retryDelivery } from '../webhook/deliveries.ts';
import type { HookDelivery } from '../webhook/types.ts';
import { isOver, listImports, readImport } from './imports.ts';
import { t, word } from './messages.ts';
import type { OrderImport } from './types.ts';
import './siyu-import.ts';
import './siyu-upload.ts';

const BEAT = 1000;

/** Where orders come in: files that are sent, how their imports go, and webhooks that could not be worked. */
class SiyuOrders extends SiyuElement {
  static properties = {
    session: { attribute: false },
    jobs: { state: true }, next: { state: true }, deliveries: { state: true }, problem: { state: true },
  };
  declare session: Session;
  declare jobs: OrderImport[] | undefined;
  declare next: string | null;
  declare deliveries: HookDelivery[];
  declare problem: unknown;

  static styles = [
    controls,
    chips,
    states,
    css`
      main { max-width: 960px; margin: 0 auto; padding: var(--s5) var(--s4); display: grid; gap: var(--s4); }
      .list { display: grid; gap: var(--s3); }
      .delivery { display: grid; grid-template-columns: 1fr auto; gap: var(--s1) var(--s3); align-items: center; padding: var(--s2) var(--s4);
        background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      .delivery .what { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); align-items: center; min-width: 0; }
      .delivery p { margin: 0; overflow-wrap: anywhere; }
      .delivery button { grid-row: 1 / span 2; grid-column: 2; }
    `,
  ];

  private timer = 0;
  private stopReloading?: () => void;

  constructor() {
    super();
    this.deliveries = [];
    this.next = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    // The server says in the page's language why something failed.
    this.stopReloading = onLocaleChange(() => void this.load());
    this.timer = window.setInterval(() => void this.follow(), BEAT);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    this.stopReloading?.();
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    try {
      const shop = this.session.shop.id;
      // Webhooks are the admins' business; nobody else may look at them.
      const [jobs, deliveries] = await Promise.all([listImports(shop, null), isAdmin(this.session) ? listFailedDeliveries(shop) : undefined]);
      this.jobs = jobs.items;
      this.next = jobs.next;
      this.deliveries = deliveries?.items ?? [];
    } catch (e) {
      this.problem = e;
    }
  }

  private async more(): Promise<void> {
    try {
      const page = await listImports(this.session.shop.id, this.next);
      this.jobs = [...(this.jobs ?? []), ...page.items];
      this.next = page.next;
    } catch (e) {
      toast(explain(e));
    }
  }

  /** What runs is looked at every second; an answer that does not come is asked for again by the next look. */
  private async follow(): Promise<void> {
    const running = this.jobs?.filter((job) => !isOver(job)) ?? [];
    if (!running.length || document.hidden) {
      return;
    }
    try {
      const fresh = new Map((await Promise.all(running.map((job) => readImport(job.id)))).map((job) => [job.id, job]));
      this.jobs = this.jobs?.map((job) => fresh.get(job.id) ?? job);
    } catch (e) {
      console.debug(e);
    }
  }

  private async retry(delivery: HookDelivery): Promise<void> {
    try {
      await retryDelivery(delivery.id);
      this.deliveries = this.deliveries.filter((other) => other.id !== delivery.id);
      toast(t('orders.retried'));
    } catch (e) {
      toast(explain(e));
    }
  }

  render() {
    return html`<main>
      <h1>${t('orders.title')}</h1>
      <siyu-upload .shop=${this.session.shop.id}
        @queued=${(e: CustomEvent<OrderImport>) => (this.jobs = [e.detail, ...(this.jobs ?? [])])}></siyu-upload>
      ${this.deliveries.length ? this.failedDeliveries() : nothing}
      <section class="list" aria-label=${t('orders.imports')}>
        <h2>${t('orders.imports')}</h2>
        ${this.imports()}
      </section>
    </main>`;
  }

  private imports() {
    if (this.problem) {
      return html`<div class="state" role="alert">${icons.warn}<p>${explain(this.problem)}</p>
        <button @click=${() => this.load()}>${t('action.retry')}</button></div>`;
    }
    if (!this.jobs) {
      return html`<div class="state"><p>${t('state.loading')}</p></div>`;
    }
    if (!this.jobs.length) {
      return html`<div class="state">${icons.upload}<h3>${t('orders.none')}</h3><p>${t('orders.noneText')}</p></div>`;
    }
    return html`${this.jobs.map((job) => html`<siyu-import .job=${job} .zone=${this.session.shop.timeZone}></siyu-import>`)}
      ${this.next ? html`<button @click=${this.more}>${t('action.more')}</button>` : nothing}`;
  }

  private failedDeliveries() {
    return html`<section class="list" aria-label=${t('orders.failedHooks')}>
      <h2>${t('orders.failedHooks')}</h2>
      ${this.deliveries.map((delivery) => html`<div class="delivery">
        <div class="what">
          <span class="chip red">${word('format', delivery.source.toLowerCase())}</span>
          <strong>${delivery.orderNo ?? delivery.topic}</strong>
          <span class="hint">${moment(delivery.receivedAt, this.session.shop.timeZone, serverNow())}</span>
        </div>
        <button class="small" @click=${() => this.retry(delivery)}>${t('action.retry')}</button>
        <p class="hint">${delivery.reason}</p>
      </div>`)}
    </section>`;
  }
}

customElements.define('siyu-orders', SiyuOrders);

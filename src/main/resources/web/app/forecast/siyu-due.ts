import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { Listing } from '../base/listing.ts';
import { explain } from '../base/problems.ts';
import { controls, states } from '../base/styles.ts';
import { dayOf, longDay, serverNow } from '../base/time.ts';
import { isPlanner, type Session } from '../staff/session.ts';
import { listDueBuyers } from './due.ts';
import { t } from './messages.ts';
import type { DueBuyer } from './types.ts';
import './siyu-due-buyer.ts';
import './siyu-forecast.ts';

const SPANS = [7, 14, 30];

/** Whom to talk to in the next days, day by day, and why. */
class SiyuDue extends SiyuElement {
  static properties = {
    session: { attribute: false }, within: { state: true },
  };
  declare session: Session;
  declare within: number;

  static styles = [
    controls,
    states,
    css`
      main { max-width: 800px; margin: 0 auto; padding: var(--s5) var(--s4) 96px; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s4); }
      .head { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; justify-content: space-between; }
      .spans { display: flex; gap: var(--s2); }
      .spans button { border-radius: 999px; font-size: var(--text-s); font-weight: 500; padding: 0 14px; }
      .spans button[aria-pressed='true'] { background: var(--brand-soft); border-color: var(--brand); color: var(--brand-strong); }
      .day { display: grid; gap: var(--s2); }
      .day h2 { font-size: var(--text-s); color: var(--ink-2); padding-top: var(--s1); }
      .day h2.late { color: var(--red); }
      .skeleton { height: 76px; }
      @media (max-width: 700px) { main { padding: var(--s3) var(--s3) 96px; gap: var(--s3); } }
    `,
  ];

  private readonly buyers = new Listing<DueBuyer>(this, (after) => listDueBuyers(this.session.shop.id, this.within, after));

  constructor() {
    super();
    this.within = SPANS[0];
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.buyers.load();
  }

  private choose(within: number): void {
    this.within = within;
    void this.buyers.restart();
  }

  render() {
    return html`<main>
      <div class="head">
        <h1>${t('due.title')}</h1>
        <div class="spans" role="group" aria-label=${t('due.span')}>
          ${SPANS.map((days) => html`<button aria-pressed=${days === this.within} @click=${() => this.choose(days)}>${t('due.within', { n: days })}</button>`)}
        </div>
      </div>
      ${isPlanner(this.session)
        ? html`<siyu-forecast .shop=${this.session.shop.id} @fitted=${() => this.choose(this.within)}></siyu-forecast>`
        : nothing}
      <div class="day" aria-live="polite" aria-busy=${this.buyers.loading}>${this.list()}</div>
    </main>`;
  }

  private list() {
    const { items, next, problem, loading } = this.buyers;
    if (problem) {
      return html`<div class="state" role="alert">${icons.warn}<p>${explain(problem)}</p>
        <button @click=${() => this.buyers.load()}>${t('action.retry')}</button></div>`;
    }
    if (!items) {
      return [0, 1, 2].map(() => html`<div class="skeleton"></div>`);
    }
    if (!items.length) {
      return html`<div class="state">${icons.check}<h2>${t('due.none')}</h2><p>${t('due.noneText', { n: this.within })}</p></div>`;
    }
    return html`${daysOf(items).map((group) => this.day(group))}
      ${next ? html`<button ?disabled=${loading} @click=${() => this.buyers.more()}>${t('action.more')}</button>` : nothing}`;
  }

  private day({ day, buyers }: { day: string; buyers: DueBuyer[] }) {
    const today = dayOf(serverNow(), this.session.shop.timeZone);
    const isLate = day < today;
    const name = day === today ? t('due.today', { day: longDay(day) }) : isLate ? t('due.late', { day: longDay(day) }) : longDay(day);
    return html`<h2 class=${isLate ? 'late' : ''}>${name}</h2>
      ${repeat(buyers, (buyer) => buyer.buyerId,
        (buyer) => html`<siyu-due-buyer .buyer=${buyer} .currency=${this.session.shop.currency} .today=${today}></siyu-due-buyer>`)}`;
  }
}

function daysOf(buyers: DueBuyer[]): { day: string; buyers: DueBuyer[] }[] {
  const groups: { day: string; buyers: DueBuyer[] }[] = [];
  for (const buyer of buyers) {
    if (groups.at(-1)?.day !== buyer.dueDay) {
      groups.push({ day: buyer.dueDay, buyers: [] });
    }
    groups.at(-1)!.buyers.push(buyer);
  }
  return groups;
}

customElements.define('siyu-due', SiyuDue);

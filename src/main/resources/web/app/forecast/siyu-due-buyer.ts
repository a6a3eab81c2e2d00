import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { locale } from '../base/i18n.ts';
import { chips, controls } from '../base/styles.ts';
import { datedDay } from '../base/time.ts';
import { tierColours } from '../buyer/tiers.ts';
import { t, word } from './messages.ts';
import type { DueBuyer } from './types.ts';

/** One buyer to talk to: who, in which tier, what it may bring, and why now. */
class SiyuDueBuyer extends SiyuElement {
  static properties = { buyer: { attribute: false }, currency: {}, today: {} };
  declare buyer: DueBuyer;
  declare currency: string;
  /** The shop's day. */
  declare today: string;

  static styles = [
    controls,
    chips,
    css`
      article { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s1) var(--s3); padding: var(--s3) var(--s4);
        background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      .who { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); align-items: center; min-width: 0; }
      .who strong { overflow-wrap: anywhere; min-width: 0; }
      .worth { text-align: end; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
      .worth small { display: block; font-weight: 400; font-size: var(--text-xs); color: var(--ink-3); }
      p { grid-column: 1; color: var(--ink-2); font-size: var(--text-s); }
      .worth { grid-row: 1 / span 2; grid-column: 2; align-self: center; }
    `,
  ];

  render() {
    const { buyer } = this;
    return html`<article>
      <div class="who">
        <strong>${buyer.platformId ?? buyer.phone ?? t('buyer.nameless')}</strong>
        <span class="chip ${tierColours[buyer.tier]}">${word('tier', buyer.tier)}</span>
        ${buyer.followerStatus ? html`<span class="chip">${word('followerStatus', buyer.followerStatus)}</span>` : nothing}
        ${buyer.platformId && buyer.phone ? html`<span class="hint">${buyer.phone}</span>` : nothing}
      </div>
      <p>${this.reason()}</p>
      ${this.worth()}
    </article>`;
  }

  /** The figures behind the place on the list, as a sentence. */
  private reason(): string {
    const { reason } = this.buyer;
    const parts = [t('due.last', { n: reason.daysSinceLast })];
    if (reason.ownCycleDays) {
      parts.push(this.cycle(reason.ownCycleDays));
    }
    if (reason.probabilityAlive !== null) {
      parts.push(t('due.alive', { n: Math.round(reason.probabilityAlive * 100) }));
    }
    const { dueFrom, dueTo } = this.buyer;
    if (dueFrom) {
      parts.push(dueTo ? t('due.between', { from: this.day(dueFrom), to: this.day(dueTo) }) : t('due.since', { from: this.day(dueFrom) }));
    }
    return parts.join(t('list.comma'));
  }

  /** The model's own day is never before its range: a due day that is was set by the cycle, and says so. */
  private cycle(ownCycleDays: string): string {
    const { dueDay, dueFrom } = this.buyer;
    const n = Math.round(Number(ownCycleDays));
    return dueFrom && dueDay < dueFrom ? t('due.byCycle', { n, day: this.day(dueDay) }) : t('due.cycle', { n });
  }

  private day(day: string): string {
    return datedDay(day, this.today);
  }

  private worth() {
    const spend = this.buyer.reason.expectedSpend;
    if (!spend) {
      return nothing;
    }
    const money = new Intl.NumberFormat(locale(), { style: 'currency', currency: this.currency, maximumFractionDigits: 0 });
    return html`<div class="worth">${money.format(Number(spend))}<small>${t('due.spend')}</small></div>`;
  }
}

customElements.define('siyu-due-buyer', SiyuDueBuyer);

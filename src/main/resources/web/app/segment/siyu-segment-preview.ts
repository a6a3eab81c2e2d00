import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { locale } from '../base/i18n.ts';
import { chips, controls } from '../base/styles.ts';
import { shortDay } from '../base/time.ts';
import { TIERS, tierColours } from '../buyer/tiers.ts';
import type { Shop } from '../shop/types.ts';
import { t, word } from './messages.ts';
import type { BuyerSample, SegmentPreview } from './types.ts';

const SHOWN = 5;

/** Whom a filter finds now: how many, how many of them can be written to, in which tiers, and some of them. */
class SiyuSegmentPreview extends SiyuElement {
  static properties = { preview: { attribute: false }, shop: { attribute: false } };
  declare preview: SegmentPreview;
  declare shop: Shop;

  static styles = [
    controls,
    chips,
    css`
      section { display: grid; gap: var(--s3); padding: var(--s3) var(--s4); border-radius: var(--radius-s); background: var(--sunken); border: 1px solid var(--line); }
      .total { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); align-items: baseline; }
      .total strong { font-size: var(--text-l); font-variant-numeric: tabular-nums; }
      .tiers { display: flex; flex-wrap: wrap; gap: var(--s2); }
      ul { list-style: none; margin: 0; padding: 0; display: grid; font-size: var(--text-s); }
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: var(--s1) var(--s3); align-items: center; padding: var(--s2) 0; border-top: 1px solid var(--line); }
      .who { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .spend { grid-row: 1; grid-column: 3; text-align: end; font-weight: 600; font-variant-numeric: tabular-nums; }
      li .hint { grid-column: 1 / -1; }
      @media (min-width: 701px) { li { grid-template-columns: minmax(0, 1fr) auto 200px 96px; } li .hint { grid-column: 3; text-align: end; } .spend { grid-column: 4; } }
    `,
  ];

  private number(n: number): string {
    return new Intl.NumberFormat(locale()).format(n);
  }

  render() {
    const { buyers, reachable, tiers, sample } = this.preview;
    return html`<section aria-live="polite" aria-label=${t('segment.preview')}>
      <div class="total"><strong>${t('segment.finds', { n: this.number(buyers) })}</strong>
        <span class="hint">${t('segment.reachable', { n: this.number(reachable) })}</span></div>
      ${buyers
        ? html`<div class="tiers">${TIERS.filter((tier) => tiers[tier]).map(
            (tier) => html`<span class="chip ${tierColours[tier]}">${word('tier', tier)} ${this.number(tiers[tier])}</span>`)}</div>
          <ul aria-label=${t('segment.sample')}>${sample.slice(0, SHOWN).map((buyer) => this.buyer(buyer))}</ul>`
        : nothing}
    </section>`;
  }

  private buyer(buyer: BuyerSample) {
    const money = new Intl.NumberFormat(locale(), { style: 'currency', currency: this.shop.currency, maximumFractionDigits: 0 });
    return html`<li>
      <span class="who">${buyer.platformId ?? buyer.phone ?? t('buyer.nameless')}</span>
      <span class="chip ${tierColours[buyer.tier]}">${word('tier', buyer.tier)}</span>
      ${buyer.lastDay
        ? html`<span class="hint">${t('segment.bought', { n: buyer.purchaseDays, day: shortDay(buyer.lastDay) })}</span>`
        : html`<span class="hint">${t('segment.boughtNothing')}</span>`}
      <span class="spend">${money.format(Number(buyer.netSpend))}</span>
    </li>`;
  }
}

customElements.define('siyu-segment-preview', SiyuSegmentPreview);

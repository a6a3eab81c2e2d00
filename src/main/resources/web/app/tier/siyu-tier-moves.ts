import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { locale } from '../base/i18n.ts';
import { chips, controls } from '../base/styles.ts';
import { TIERS, tierColours } from '../buyer/tiers.ts';
import type { Tier } from '../buyer/types.ts';
import { t, word } from './messages.ts';
import type { TierPreview } from './types.ts';

/** Who would move where, as a table of tiers left against tiers entered, and what that would leave in each. */
class SiyuTierMoves extends SiyuElement {
  static properties = { preview: { attribute: false } };
  declare preview: TierPreview | undefined;

  static styles = [
    controls,
    chips,
    css`
      section { display: grid; gap: var(--s2); padding: var(--s3) var(--s4); border-radius: var(--radius-s); background: var(--sunken); border: 1px solid var(--line); }
      .scroll { overflow-x: auto; display: flex; flex-wrap: wrap; gap: var(--s4) var(--s6); align-items: start; }
      table { border-collapse: collapse; font-size: var(--text-s); font-variant-numeric: tabular-nums; }
      caption { text-align: start; color: var(--ink-3); padding-bottom: var(--s1); }
      th, td { text-align: end; padding: var(--s1) var(--s4) var(--s1) 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
      th { font-weight: 600; color: var(--ink-2); }
      th:first-child { text-align: start; }
      tr > :last-child { padding-inline-end: 0; }
      .none { color: var(--ink-3); }
      @media (max-width: 700px) { section { padding: var(--s3); } th, td { padding-inline-end: var(--s2); } }
    `,
  ];

  render() {
    const { preview } = this;
    if (!preview) {
      return html`<section aria-live="polite"><p class="hint">${t('moves.counting')}</p></section>`;
    }
    const total = preview.moves.reduce((sum, move) => sum + move.buyers, 0);
    return html`<section aria-live="polite">
      <h3>${total ? t('moves.total', { n: this.number(total) }) : t('moves.none')}</h3>
      ${total ? html`<div class="scroll" tabindex="0" role="group" aria-label=${t('moves.caption')}>${this.table(preview)}</div>` : nothing}
    </section>`;
  }

  private number(n: number): string {
    return new Intl.NumberFormat(locale()).format(n);
  }

  private table({ moves, counts }: TierPreview) {
    const froms = TIERS.filter((tier) => moves.some((move) => move.from === tier));
    const tos = TIERS.filter((tier) => moves.some((move) => move.to === tier));
    const gone = (tier: Tier) => moves.filter((move) => move.from === tier).reduce((sum, move) => sum + move.buyers, 0);
    const come = (tier: Tier) => moves.filter((move) => move.to === tier).reduce((sum, move) => sum + move.buyers, 0);
    return html`<table>
      <caption>${t('moves.caption')}</caption>
      <thead><tr><th scope="col">${t('moves.from')}</th>${tos.map((to) => html`<th scope="col">${this.chip(to)}</th>`)}</tr></thead>
      <tbody>
        ${froms.map((from) => html`<tr><th scope="row">${this.chip(from)}</th>${tos.map((to) => this.cell(moves.find((move) => move.from === from && move.to === to)?.buyers))}</tr>`)}
      </tbody>
    </table>
    <table>
      <caption>${t('moves.after')}</caption>
      <thead><tr><th scope="col">${t('rule.tier')}</th><th scope="col">${t('moves.now')}</th><th scope="col">${t('moves.then')}</th><th scope="col">${t('moves.change')}</th></tr></thead>
      <tbody>${TIERS.filter((tier) => gone(tier) || come(tier)).map((tier) => this.afterwards(tier, counts[tier], come(tier) - gone(tier)))}</tbody>
    </table>`;
  }

  private cell(n: number | undefined) {
    return html`<td class=${n ? '' : 'none'}>${n ? this.number(n) : '–'}</td>`;
  }

  private afterwards(tier: Tier, then: number, change: number) {
    const sign = new Intl.NumberFormat(locale(), { signDisplay: 'exceptZero' });
    return html`<tr><th scope="row">${this.chip(tier)}</th><td>${this.number(then - change)}</td><td>${this.number(then)}</td>
      <td>${sign.format(change)}</td></tr>`;
  }

  private chip(tier: Tier) {
    return html`<span class="chip ${tierColours[tier]}">${word('tier', tier)}</span>`;
  }
}

customElements.define('siyu-tier-moves', SiyuTierMoves);

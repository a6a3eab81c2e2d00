import { css, html } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { locale } from '../base/i18n.ts';
import { controls, chips } from '../base/styles.ts';
import { longDay, moment, serverNow } from '../base/time.ts';
import { tierColours } from '../buyer/tiers.ts';
import type { FollowerCounts } from '../follower/types.ts';
import type { Shop } from '../shop/types.ts';
import { t, word } from './messages.ts';
import type { Snapshot } from './types.ts';

/** How many are in each tier, and what that was worked out from. */
class SiyuTierCounts extends SiyuElement {
  static properties = { counts: { attribute: false }, snapshot: { attribute: false }, shop: { attribute: false } };
  declare counts: FollowerCounts[];
  declare snapshot: Snapshot | null;
  declare shop: Shop;

  static styles = [
    controls,
    chips,
    css`
      section { display: grid; gap: var(--s3); }
      ul { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: var(--s2); }
      li { display: grid; justify-items: start; gap: var(--s1); padding: var(--s3); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      .n { font-size: var(--text-xl); font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
      .added { font-size: var(--text-xs); color: var(--ink-3); }
      @media (max-width: 900px) { ul { grid-template-columns: repeat(4, minmax(0, 1fr)); } }
      @media (max-width: 520px) { ul { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
    `,
  ];

  private number(n: number): string {
    return new Intl.NumberFormat(locale()).format(n);
  }

  render() {
    return html`<section aria-label=${t('tiers.counts')}>
      <ul>${this.counts.map(({ tier, buyers, added }) => html`<li>
        <span class="chip ${tierColours[tier]}">${word('tier', tier)}</span>
        <span class="n">${this.number(buyers)}</span>
        <span class="added">${t('tiers.added', { n: this.number(added) })}</span>
      </li>`)}</ul>
      <p class="hint">${this.ground()}</p>
    </section>`;
  }

  private ground(): string {
    const { snapshot } = this;
    if (!snapshot) {
      return t('tiers.noSnapshot');
    }
    const money = new Intl.NumberFormat(locale(), { style: 'currency', currency: this.shop.currency });
    const sentences = [
      t('tiers.ground', {
        day: longDay(snapshot.day),
        time: moment(snapshot.finishedAt, this.shop.timeZone, serverNow()),
        revision: snapshot.policyRevision,
      }),
      t('tiers.cycle', { n: snapshot.cycleDays.toFixed(1), intervals: this.number(snapshot.cycleIntervals), basis: word('tierBasis', snapshot.cycleBasis) }),
      ...snapshot.spendThresholds.map(({ percentile, spend }) => t('tiers.threshold', { n: percentile, spend: money.format(Number(spend)) })),
    ];
    return sentences.join(t('tiers.space'));
  }
}

customElements.define('siyu-tier-counts', SiyuTierCounts);

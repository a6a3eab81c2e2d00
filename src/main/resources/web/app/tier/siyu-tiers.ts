import { css, html } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { explain } from '../base/problems.ts';
import { controls, states } from '../base/styles.ts';
import { listFollowerCounts } from '../follower/lists.ts';
import type { FollowerCounts } from '../follower/types.ts';
import type { Session } from '../staff/session.ts';
import { t } from './messages.ts';
import { readPolicy } from './tiers.ts';
import type { TierPolicy } from './types.ts';
import '../segment/siyu-segments.ts';
import './siyu-tier-counts.ts';
import './siyu-tier-policy.ts';
import './siyu-tier-revisions.ts';

/** How buyers are told apart: who is in which tier and by which rules, and the segments that marketers have saved. */
class SiyuTiers extends SiyuElement {
  static properties = {
    session: { attribute: false },
    counts: { state: true }, policy: { state: true }, etag: { state: true }, problem: { state: true },
  };
  declare session: Session;
  declare counts: FollowerCounts[] | undefined;
  declare policy: TierPolicy | undefined;
  declare etag: string;
  declare problem: unknown;

  static styles = [
    controls,
    states,
    css`
      main { max-width: 960px; margin: 0 auto; padding: var(--s5) var(--s4) 96px; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s5); }
      .skeleton { height: 120px; }
      @media (max-width: 700px) { main { padding: var(--s3) var(--s3) 96px; gap: var(--s4); } }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    try {
      const shop = this.session.shop.id;
      const [counts, { data, etag }] = await Promise.all([listFollowerCounts(shop), readPolicy(shop)]);
      this.counts = counts;
      this.policy = data;
      this.etag = etag ?? '';
    } catch (e) {
      this.problem = e;
    }
  }

  render() {
    return html`<main>
      <h1>${t('tiers.title')}</h1>
      ${this.tiers()}
      <siyu-segments .session=${this.session}></siyu-segments>
    </main>`;
  }

  private tiers() {
    if (this.problem) {
      return html`<div class="state" role="alert">${icons.warn}<p>${explain(this.problem)}</p>
        <button @click=${() => this.load()}>${t('action.retry')}</button></div>`;
    }
    if (!this.policy || !this.counts) {
      return html`<div class="skeleton"></div><div class="skeleton"></div>`;
    }
    const { session, policy, etag } = this;
    return html`<siyu-tier-counts .counts=${this.counts} .snapshot=${policy.snapshot} .shop=${session.shop}></siyu-tier-counts>
      <siyu-tier-policy .shop=${session.shop.id} .policy=${policy} .etag=${etag} @replaced=${this.load} @outdated=${this.load}></siyu-tier-policy>
      <siyu-tier-revisions .shop=${session.shop} .etag=${etag}
        @chosen=${(e: CustomEvent) => this.renderRoot.querySelector('siyu-tier-policy')!.take(e.detail)}></siyu-tier-revisions>`;
  }
}

customElements.define('siyu-tiers', SiyuTiers);

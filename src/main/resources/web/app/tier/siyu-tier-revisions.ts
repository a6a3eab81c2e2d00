import { css, html, nothing, type PropertyValues } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { Listing } from '../base/listing.ts';
import { explain } from '../base/problems.ts';
import { controls } from '../base/styles.ts';
import { moment, serverNow } from '../base/time.ts';
import type { Shop } from '../shop/types.ts';
import { t } from './messages.ts';
import { inWords } from './rule-drafts.ts';
import { listRevisions } from './tiers.ts';
import type { Revision } from './types.ts';

/** Every version of the rules, who made it and when. Fires `chosen` with the rules of one. */
class SiyuTierRevisions extends SiyuElement {
  static properties = {
    shop: { attribute: false }, etag: {}, isOpen: { state: true },
  };
  declare shop: Shop;
  declare etag: string;
  declare isOpen: boolean;

  static styles = [
    controls,
    css`
      details { padding: 0 var(--s4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      summary { cursor: pointer; color: var(--brand-strong); font-weight: 600; padding: var(--s3) 0; }
      ol { list-style: none; margin: 0; padding: 0; display: grid; }
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s1) var(--s3); align-items: center; padding: var(--s3) 0; border-top: 1px solid var(--line); }
      .rules { grid-column: 1 / -1; font-size: var(--text-s); color: var(--ink-2); }
      .more { margin: var(--s2) 0 var(--s3); }
    `,
  ];

  private readonly revisions = new Listing<Revision>(this, (after) => listRevisions(this.shop.id, after));

  willUpdate(changed: PropertyValues): void {
    // Another version of the rules has come into effect, so what is listed is not all any more.
    if (changed.has('etag') && this.isOpen) {
      void this.revisions.load();
    }
  }

  private toggle(event: Event): void {
    this.isOpen = (event.target as HTMLDetailsElement).open;
    if (this.isOpen) {
      void this.revisions.load();
    }
  }

  render() {
    const { items, next, problem } = this.revisions;
    return html`<details @toggle=${this.toggle}>
      <summary>${t('revisions.title')}</summary>
      ${problem ? html`<p class="error" role="alert">${explain(problem)}</p>` : nothing}
      <ol>${items?.map((revision, i) => this.revision(revision, i === 0))}</ol>
      ${next ? html`<button class="small more" @click=${() => this.revisions.more()}>${t('action.more')}</button>` : nothing}
    </details>`;
  }

  private revision({ revision, changedBy, changedAt, rules }: Revision, isCurrent: boolean) {
    return html`<li>
      <span><strong>${t('revisions.nth', { n: revision })}</strong>
        <span class="hint">${changedBy ?? t('revisions.standard')}${changedAt ? ` · ${moment(changedAt, this.shop.timeZone, serverNow())}` : ''}</span></span>
      ${isCurrent ? html`<span class="hint">${t('revisions.current')}</span>`
        : html`<button class="small" @click=${() => this.tell('chosen', rules)}>${t('revisions.use')}</button>`}
      <p class="rules">${rules.map(inWords).join(t('revisions.then'))}</p>
    </li>`;
  }
}

customElements.define('siyu-tier-revisions', SiyuTierRevisions);

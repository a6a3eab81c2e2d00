import { css, html, nothing } from 'lit';
import { get, query } from '../base/api.ts';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { controls } from '../base/styles.ts';
import type { Page } from '../base/types.ts';
import type { Briefing, Campaign, CampaignStatus, Review } from '../campaign/types.ts';
import type { Session } from '../staff/session.ts';
import { t } from './messages.ts';

/** Campaigns that wait for the word of who is here: a review, or that a briefing was understood. */
class SiyuRequests extends SiyuElement {
  static properties = { session: { attribute: false }, requests: { state: true } };
  declare session: Session;
  declare requests: { campaign: Campaign; what: 'review' | 'briefing' }[];

  static styles = [
    controls,
    css`
      :host { display: contents; }
      a { display: flex; align-items: center; gap: var(--s3); padding: var(--s2) var(--s3); min-height: 52px; border-radius: var(--radius);
        background: var(--brand-soft); color: var(--brand-strong); text-decoration: none; }
      a > span { flex: 1; min-width: 0; }
      b { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      small { font-size: var(--text-s); }
    `,
  ];

  constructor() {
    super();
    this.requests = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    // A list that cannot be read just now is no reason to disturb the work on tasks.
    void this.load().catch(() => undefined);
  }

  private async load(): Promise<void> {
    const [inReview, preparing] = await Promise.all([this.list('REVIEW'), this.list('PREPARING')]);
    const [unreviewed, unacknowledged] = await Promise.all([
      keep(inReview, (campaign) => this.isUnreviewed(campaign)),
      keep(preparing, (campaign) => this.isUnacknowledged(campaign)),
    ]);
    this.requests = [
      ...unreviewed.map((campaign) => ({ campaign, what: 'review' as const })),
      ...unacknowledged.map((campaign) => ({ campaign, what: 'briefing' as const })),
    ];
  }

  private async list(status: CampaignStatus): Promise<Campaign[]> {
    return (await get<Page<Campaign>>(`/shops/${this.session.shop.id}/campaigns${query({ status, limit: 10 })}`)).items;
  }

  private async isUnreviewed(campaign: Campaign): Promise<boolean> {
    const reviews = (await get<Page<Review>>(`/campaigns/${campaign.id}/reviews`)).items;
    return !reviews.some((r) => r.contentRevision === campaign.contentRevision && r.staffId === this.session.mine.staffId);
  }

  private async isUnacknowledged(campaign: Campaign): Promise<boolean> {
    const briefings = (await get<Page<Briefing>>(`/campaigns/${campaign.id}/briefings`)).items;
    return briefings.some((b) => b.missing.some((person) => person.staffId === this.session.mine.staffId));
  }

  render() {
    return this.requests.length
      ? this.requests.map(({ campaign, what }) => html`<a href="#/campaigns/${campaign.id}">
          <span><b>${campaign.name}</b><small>${t(`requests.${what}`)}</small></span>${icons.next}</a>`)
      : nothing;
  }
}

async function keep<T>(items: T[], wanted: (item: T) => Promise<boolean>): Promise<T[]> {
  const answers = await Promise.all(items.map(wanted));
  return items.filter((_, i) => answers[i]);
}

customElements.define('siyu-requests', SiyuRequests);

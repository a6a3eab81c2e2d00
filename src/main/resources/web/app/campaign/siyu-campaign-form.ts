import { css, html, nothing } from 'lit';
import { call, newKey } from '../base/api.ts';
import { SiyuElement } from '../base/element.ts';
import { explain } from '../base/problems.ts';
import { controls } from '../base/styles.ts';
import { dayOf, plusDays, serverNow } from '../base/time.ts';
import { TIERS } from '../buyer/tiers.ts';
import type { Tier } from '../buyer/types.ts';
import type { Session } from '../staff/session.ts';
import { t, word } from './messages.ts';
import type { Campaign, Mechanic } from './types.ts';
import '../base/siyu-dialog.ts';

const MECHANICS: Mechanic[] = ['DISCOUNT', 'FULL_REDUCTION', 'GIFT', 'BUNDLE', 'GAME'];
const MOST_HELD_OUT = 20;
const LEAD_DAYS = 10;
const DEFAULT_DAYS = 3;
const MOST_DAYS = 7;

/** Drafts a campaign, or changes one when `campaign` is given. Fires `saved`. */
class SiyuCampaignForm extends SiyuElement {
  static properties = {
    session: { attribute: false },
    campaign: { attribute: false },
    name: { state: true },
    startDay: { state: true },
    days: { state: true },
    mechanic: { state: true },
    offer: { state: true },
    tiers: { state: true },
    holdout: { state: true },
    busy: { state: true },
    problem: { state: true },
    invalid: { state: true },
  };
  declare session: Session;
  declare campaign: Campaign | undefined;
  declare name: string;
  declare startDay: string;
  declare days: string;
  declare mechanic: Mechanic | '';
  declare offer: string;
  declare tiers: Set<Tier>;
  declare holdout: string;
  declare busy: boolean;
  declare problem: unknown;
  declare invalid: string;

  static styles = [
    controls,
    css`
      form { display: grid; gap: var(--s4); }
      .two { display: grid; grid-template-columns: 1fr 1fr; gap: var(--s3); }
      fieldset { border: 0; padding: 0; margin: 0; }
      legend { font-size: var(--text-s); font-weight: 600; color: var(--ink-2); padding: 0 0 var(--s2); }
      .choices { display: flex; flex-wrap: wrap; gap: var(--s2); }
      .choices button { border-radius: 999px; font-size: var(--text-s); font-weight: 500; min-height: 36px; padding: 0 14px; }
      .choices button[aria-pressed='true'] { background: var(--brand-soft); border-color: var(--brand); color: var(--brand-strong); }
    `,
  ];

  private key = newKey();
  private untouched = '';

  connectedCallback(): void {
    super.connectedCallback();
    const { campaign } = this;
    this.name = campaign?.name ?? '';
    this.startDay = campaign?.startDay ?? plusDays(dayOf(serverNow(), this.session.shop.timeZone), LEAD_DAYS);
    this.days = String(campaign?.days ?? DEFAULT_DAYS);
    this.mechanic = campaign?.mechanic ?? '';
    this.offer = campaign?.offer ?? '';
    this.tiers = new Set(campaign?.audience.tiers ?? []);
    this.holdout = String(campaign?.holdoutPercent ?? 0);
    this.invalid = '';
    this.untouched = JSON.stringify(this.body());
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    this.invalid = !this.name.trim() ? t('campaignForm.needName') : !this.startDay ? t('campaignForm.needDay') : '';
    if (this.invalid || this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      const { data } = await this.send();
      this.tell('saved', { campaign: data.id });
    } catch (e) {
      this.problem = e;
    } finally {
      this.busy = false;
    }
  }

  private send() {
    const { campaign } = this;
    const body = this.body();
    return campaign
      ? call<Campaign>('PATCH', `/campaigns/${campaign.id}`, { body, ifMatch: `"${campaign.version}"` })
      : call<Campaign>('POST', `/shops/${this.session.shop.id}/campaigns`, { body, idempotencyKey: this.key });
  }

  private body() {
    return {
      name: this.name.trim(),
      startDay: this.startDay,
      days: Number(this.days || DEFAULT_DAYS),
      ...(this.mechanic ? { mechanic: this.mechanic } : {}),
      offer: this.offer.trim(),
      audience: { tags: [], accounts: [], ...this.campaign?.audience, tiers: [...this.tiers] },
      holdoutPercent: Number(this.holdout || 0),
    };
  }

  private toggle(tier: Tier): void {
    const tiers = new Set(this.tiers);
    if (!tiers.delete(tier)) {
      tiers.add(tier);
    }
    this.tiers = tiers;
  }

  render() {
    return html`<siyu-dialog .heading=${t(this.campaign ? 'campaignForm.edit' : 'campaignForm.new')} .unsaved=${JSON.stringify(this.body()) !== this.untouched}
      @dismissed=${() => this.tell('dismissed')}>
      <form @submit=${this.save}>
        ${this.campaign && this.campaign.status !== 'DRAFT' ? html`<p class="hint">${t('campaignForm.newRevision')}</p>` : nothing}
        <div class="field"><label for="name">${t('campaignForm.name')}</label>
          <input id="name" maxlength="120" required .value=${this.name} @input=${(e: Event) => (this.name = valueOf(e))}></div>
        <div class="two">
          <div class="field"><label for="day">${t('campaignForm.startDay')}</label>
            <input id="day" type="date" required .value=${this.startDay} @change=${(e: Event) => (this.startDay = valueOf(e))}></div>
          <div class="field"><label for="days">${t('campaignForm.days')}</label>
            <input id="days" type="number" inputmode="numeric" min="1" max=${MOST_DAYS} .value=${this.days}
              @input=${(e: Event) => (this.days = valueOf(e))}></div>
          <div class="field"><label for="holdout">${t('campaignForm.holdout')}</label>
            <input id="holdout" type="number" inputmode="numeric" min="0" max=${MOST_HELD_OUT} .value=${this.holdout}
              @input=${(e: Event) => (this.holdout = valueOf(e))}></div>
        </div>
        <fieldset><legend>${t('campaignForm.mechanic')}</legend><div class="choices">
          ${MECHANICS.map((mechanic) => this.choice(word('mechanic', mechanic), mechanic === this.mechanic, () => (this.mechanic = mechanic)))}
        </div></fieldset>
        <div class="field"><label for="offer">${t('campaignForm.offer')}</label>
          <textarea id="offer" maxlength="500" .value=${this.offer} @input=${(e: Event) => (this.offer = valueOf(e))}></textarea></div>
        <fieldset><legend>${t('campaignForm.tiers')}</legend><div class="choices">
          ${TIERS.map((tier) => this.choice(word('tier', tier), this.tiers.has(tier), () => this.toggle(tier)))}
        </div></fieldset>
        ${this.invalid ? html`<p class="error" role="alert">${this.invalid}</p>` : nothing}
        ${this.problem ? html`<p class="error" role="alert">${explain(this.problem)}</p>` : nothing}
      </form>
      <button slot="actions" @click=${() => this.tell('dismissed')}>${t('action.cancel')}</button>
      <button slot="actions" class="primary" ?disabled=${this.busy} @click=${this.save}>${t('action.save')}</button>
    </siyu-dialog>`;
  }

  private choice(label: string, chosen: boolean, choose: () => void) {
    return html`<button type="button" aria-pressed=${chosen} @click=${choose}>${label}</button>`;
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

customElements.define('siyu-campaign-form', SiyuCampaignForm);

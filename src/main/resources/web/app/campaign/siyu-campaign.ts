import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { explain } from '../base/problems.ts';
import { toast, toastProblem } from '../base/siyu-toasts.ts';
import { chips, controls, states } from '../base/styles.ts';
import { longDay, plusDays } from '../base/time.ts';
import { readProgress } from '../retrospective/progress.ts';
import type { Tally } from '../retrospective/types.ts';
import { isPlanner, type Session } from '../staff/session.ts';
import { LIFE, readCampaign, statusColours, type CampaignFile } from './campaigns.ts';
import { t, word } from './messages.ts';
import type { Campaign } from './types.ts';
import './post/siyu-day-column.ts';
import './siyu-next-step.ts';
import './siyu-campaign-form.ts';

const EDITABLE = ['DRAFT', 'REVIEW', 'PREPARING', 'READY'];
const WATCH_MS = 30_000;

/** One campaign: its terms, where it stands, its days side by side, and its next step. */
class SiyuCampaign extends SiyuElement {
  static properties = {
    session: { attribute: false },
    campaignId: {},
    file: { state: true },
    progress: { state: true },
    problem: { state: true },
    busy: { state: true },
    editing: { state: true },
  };
  declare session: Session;
  declare campaignId: string;
  declare file: CampaignFile | undefined;
  declare progress: Map<string, Tally>;
  declare problem: unknown;
  declare busy: boolean;
  declare editing: boolean;

  static styles = [
    controls,
    chips,
    states,
    css`
      :host { display: block; }
      .head { display: grid; gap: var(--s2); padding-bottom: var(--s4); }
      .title { display: flex; align-items: center; gap: var(--s2); flex-wrap: wrap; }
      .title h1 { overflow-wrap: anywhere; min-width: 0; }
      .title .end { margin-inline-start: auto; }
      .terms { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); color: var(--ink-2); padding-inline-start: 52px; }
      .terms b { color: var(--ink); font-weight: 600; }
      ol.life { list-style: none; display: flex; gap: 4px; margin: 0 0 var(--s4); padding: 0; }
      .life li { flex: 1; min-width: 0; padding: var(--s1) 0 0; border-top: 4px solid var(--line-strong); font-size: var(--text-s);
        color: var(--ink-3); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .life li.past { border-color: #86c5bb; color: var(--ink-2); }
      .life li[aria-current] { border-color: var(--brand); color: var(--brand-strong); font-weight: 700; }
      .main { display: grid; grid-template-columns: minmax(0, 1fr) 340px; gap: var(--s5); align-items: start; }
      .days { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: var(--s4); }
      .warning { display: flex; gap: var(--s2); background: var(--amber-soft); color: var(--amber); border-radius: var(--radius-s);
        padding: var(--s2) var(--s3); font-size: var(--text-s); }
      @media (max-width: 1100px) {
        .main { grid-template-columns: 1fr; }
        .main siyu-next-step { order: -1; }
      }
      @media (max-width: 800px) {
        .days { grid-template-columns: 1fr; }
        .terms { padding-inline-start: 0; }
        .life li { font-size: 0; }
        .life li[aria-current] { font-size: var(--text-s); flex: 3; }
      }
    `,
  ];

  private watching?: ReturnType<typeof setInterval>;

  constructor() {
    super();
    this.progress = new Map();
    this.busy = false;
    this.editing = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.watching = setInterval(() => document.visibilityState === 'visible' && this.isLive() && this.load(), WATCH_MS);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.watching);
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('campaignId')) {
      this.file = undefined;
      void this.load();
    }
  }

  private get home(): string {
    return isPlanner(this.session) ? '#/calendar' : '#/tasks';
  }

  private isLive(): boolean {
    return ['RUNNING', 'PAUSED', 'READY'].includes(this.file?.campaign.status ?? '');
  }

  private async load(): Promise<void> {
    const id = this.campaignId;
    try {
      const file = await readCampaign(id);
      const hasTasks = !['DRAFT', 'REVIEW', 'PREPARING'].includes(file.campaign.status);
      const progress = hasTasks && isPlanner(this.session) ? await readProgress(id) : new Map<string, Tally>();
      if (id === this.campaignId) {
        this.file = file;
        this.progress = progress;
        this.problem = undefined;
      }
    } catch (e) {
      this.problem = e;
    }
  }

  private async act(event: CustomEvent<{ action: () => Promise<void>; said: string }>): Promise<void> {
    this.busy = true;
    try {
      await event.detail.action();
      toast(event.detail.said);
    } catch (e) {
      toastProblem(e);
    } finally {
      await this.load();
      this.busy = false;
    }
  }

  private saved(): void {
    this.editing = false;
    toast(t('state.saved'));
    void this.load();
  }

  render() {
    if (!this.file) {
      return this.problem
        ? html`<div class="state" role="alert">${icons.warn}<p>${explain(this.problem)}</p>
            <div><a class="button" href=${this.home}>${t('action.back')}</a>
            <button @click=${() => this.load()}>${t('action.retry')}</button></div></div>`
        : html`<div class="state"><p>${t('state.loading')}</p></div>`;
    }
    const { campaign } = this.file;
    return html`${this.head(campaign)} ${this.life(campaign)}
      <div class="main">
        <div class="days">${Array.from({ length: campaign.days }, (_, i) => this.day(campaign, i + 1))}</div>
        <siyu-next-step .session=${this.session} .file=${this.file} .busy=${this.busy} @act=${this.act}></siyu-next-step>
      </div>
      ${this.editing
        ? html`<siyu-campaign-form .session=${this.session} .campaign=${campaign} @dismissed=${() => (this.editing = false)}
            @saved=${this.saved}></siyu-campaign-form>`
        : nothing}`;
  }

  private day(campaign: Campaign, day: number) {
    const posts = this.file!.posts.filter((post) => post.day === day).sort((a, b) => a.at.localeCompare(b.at));
    return html`<siyu-day-column .day=${day} .date=${plusDays(campaign.startDay, day - 1)} .posts=${posts}
      .scripts=${this.file!.scripts} .progress=${this.progress}></siyu-day-column>`;
  }

  private head(campaign: Campaign) {
    return html`<div class="head">
      <div class="title">
        <a class="button quiet square" href=${this.home} aria-label=${t(this.home === '#/tasks' ? 'campaign.toTasks' : 'campaign.toCalendar')}>${icons.back}</a>
        <h1>${campaign.name}</h1>
        <span class="chip ${statusColours[campaign.status]}">${word('campaignStatus', campaign.status)}</span>
        ${campaign.node ? html`<span class="chip red">${word('node', campaign.node)}</span>` : nothing}
        ${isPlanner(this.session) && EDITABLE.includes(campaign.status)
          ? html`<div class="end"><button @click=${() => (this.editing = true)}>${t('campaign.edit')}</button></div>`
          : nothing}
      </div>
      <div class="terms">
        <span>${longDay(campaign.startDay)} – ${longDay(campaign.endDay)}</span>
        <span>${t('campaign.mechanic')} <b>${word('mechanic', campaign.mechanic) || t('campaign.unset')}</b></span>
        <span>${t('campaign.audience')} <b>${this.audience(campaign) || t('campaign.unset')}</b></span>
        ${campaign.holdoutPercent ? html`<span>${t('campaign.holdout', { n: campaign.holdoutPercent })}</span>` : nothing}
        ${campaign.offer ? html`<span>${t('campaign.offer')} <b>${campaign.offer}</b></span>` : nothing}
      </div>
      ${campaign.warnings.map((w) => html`<div class="warning" role="note">${icons.warn}<span>${this.warning(campaign, w)}</span></div>`)}
    </div>`;
  }

  private warning(campaign: Campaign, warning: Campaign['warnings'][number]): string {
    return warning.code === 'MECHANIC_COMPLEXITY'
      ? word('complexity', campaign.mechanic)
      : word('warning', warning.code) === warning.code ? warning.message : word('warning', warning.code);
  }

  private audience({ audience }: Campaign): string {
    const parts = [...audience.tiers.map((tier) => word('tier', tier)), ...audience.tags.map((tag) => `#${tag}`)];
    if (audience.accounts.length) {
      parts.push(t('campaign.accounts', { n: audience.accounts.length }));
    }
    return parts.join(' · ');
  }

  private life(campaign: Campaign) {
    if (campaign.status === 'CANCELLED') {
      return nothing;
    }
    // A pause is no step of its own: its days pass.
    const at = LIFE.indexOf(campaign.status === 'PAUSED' ? 'RUNNING' : campaign.status);
    return html`<ol class="life" aria-label=${t('campaign.life')}>${LIFE.map((status, i) =>
      i === at
        ? html`<li aria-current="step">${word('campaignStatus', status)}</li>`
        : html`<li class=${i < at ? 'past' : ''}>${word('campaignStatus', status)}</li>`)}</ol>`;
  }
}

customElements.define('siyu-campaign', SiyuCampaign);

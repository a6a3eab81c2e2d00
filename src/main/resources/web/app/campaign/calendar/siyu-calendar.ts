import { css, html, nothing } from 'lit';
import { SiyuElement } from '../../base/element.ts';
import { icons } from '../../base/icons.ts';
import { explain } from '../../base/problems.ts';
import { chips, controls, states } from '../../base/styles.ts';
import { dayOf, longDay, monthTitle, plusMonths, serverNow, weekdayNames } from '../../base/time.ts';
import { isPlanner, type Session } from '../../staff/session.ts';
import { listCampaigns, listNodes, statusColours } from '../campaigns.ts';
import type { Campaign, PlannedNode } from '../types.ts';
import { t, word } from './messages.ts';
import { barsOf, weeksOf, type Bar } from './month.ts';
import '../siyu-campaign.ts';
import '../plan/siyu-plan.ts';
import '../siyu-campaign-form.ts';

const LEGEND = ['DRAFT', 'REVIEW', 'PREPARING', 'READY', 'RUNNING', 'ENDED'] as const;

/** The month with its campaigns and marketing nodes; a campaign's own page in its place when one is chosen. */
class SiyuCalendar extends SiyuElement {
  static properties = {
    session: { attribute: false },
    campaignId: { attribute: false },
    month: { state: true },
    campaigns: { state: true },
    nodes: { state: true },
    problem: { state: true },
    open: { state: true },
  };
  declare session: Session;
  declare campaignId: string | null;
  declare month: string;
  declare campaigns: Campaign[] | undefined;
  declare nodes: PlannedNode[];
  declare problem: unknown;
  declare open: 'plan' | 'draft' | undefined;

  static styles = [
    controls,
    states,
    css`
      :host { display: block; max-width: 1480px; margin: 0 auto; padding: var(--s4) var(--s5) var(--s6); }
      .bar { display: flex; align-items: center; gap: var(--s2); flex-wrap: wrap; padding-bottom: var(--s4); }
      .bar h1 { min-width: 8.5em; }
      .bar .end { margin-inline-start: auto; display: flex; gap: var(--s2); }
      .grid { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden;
        box-shadow: var(--shadow-1); }
      .names, .week { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); }
      .names { border-bottom: 1px solid var(--line); background: var(--sunken); }
      .names div { padding: var(--s2) var(--s3); font-size: var(--text-s); font-weight: 600; color: var(--ink-2); }
      .week { position: relative; min-height: 104px; border-top: 1px solid var(--line); grid-auto-rows: min-content; row-gap: 4px;
        padding-bottom: var(--s2); }
      .names + .week { border-top: 0; }
      .day { grid-row: 1; padding: var(--s2) var(--s3) 2px; min-width: 0; display: flex; gap: var(--s2); align-items: center;
        font-size: var(--text-s); min-height: 38px; }
      .line { position: absolute; inset-block: 0; width: 1px; background: var(--line); }
      .number { flex: none; min-width: 26px; height: 26px; display: grid; place-items: center; border-radius: 13px; font-weight: 600; }
      .other .number { color: #8a95a1; font-weight: 400; }
      .today .number { background: var(--brand); color: #fff; }
      .chip.node { max-width: 100%; overflow: hidden; text-overflow: ellipsis; background: none; color: var(--red); padding: 0; font-weight: 600; display: block; }
      .bar-link { position: relative; display: flex; align-items: center; gap: 6px; min-height: 30px; margin-inline: 4px; padding: 2px 10px;
        border-radius: 7px; text-decoration: none; color: var(--ink-2); background: var(--grey-soft); font-size: var(--text-s);
        font-weight: 600; min-width: 0; border-inline-start: 4px solid currentColor; }
      .bar-link span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .bar-link.continued { margin-inline-start: 0; border-start-start-radius: 0; border-end-start-radius: 0; border-inline-start: 0; }
      .bar-link.continues { margin-inline-end: 0; border-start-end-radius: 0; border-end-end-radius: 0; }
      .bar-link:hover { filter: brightness(.96); }
      .bar-link.CANCELLED { text-decoration: line-through; opacity: .75; }
      .bar-link .icon { width: 16px; height: 16px; }
      .legend { display: flex; flex-wrap: wrap; gap: var(--s2); padding-top: var(--s3); align-items: center; }
      .empty { display: flex; gap: var(--s3); align-items: center; padding: var(--s3) var(--s4); margin-bottom: var(--s3);
        background: var(--brand-soft); color: var(--brand-strong); border-radius: var(--radius); }
      .empty .icon { flex: none; }
      @media (max-width: 900px) {
        :host { padding: var(--s3); }
        .names div { padding: var(--s1); text-align: center; }
        .day { padding: var(--s1); flex-direction: column; align-items: flex-start; gap: 0; }
        .bar-link { padding: 2px 6px; margin-inline: 1px; }
        .bar .end { margin-inline-start: 0; width: 100%; flex-wrap: wrap; }
        .bar .end button { flex: 1 1 auto; }
      }
    `,
    chips,
  ];

  private asked = 0;

  constructor() {
    super();
    this.campaignId = null;
    this.nodes = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.month ??= dayOf(serverNow(), this.session.shop.timeZone).slice(0, 7);
    void this.load();
  }

  willUpdate(changed: Map<string, unknown>): void {
    // What happened on a campaign's page shows on the way back.
    if (changed.get('campaignId') && !this.campaignId) {
      void this.load();
    }
  }

  private async load(): Promise<void> {
    const asked = ++this.asked;
    const weeks = weeksOf(this.month);
    const [from, to] = [weeks[0][0], weeks[weeks.length - 1][6]];
    try {
      const [campaigns, nodes] = await Promise.all([listCampaigns(this.session.shop.id, from, to), listNodes(from, to)]);
      if (asked === this.asked) {
        this.campaigns = campaigns;
        this.nodes = nodes;
        this.problem = undefined;
      }
    } catch (e) {
      if (asked === this.asked) {
        this.problem = e;
      }
    }
  }

  private show(month: string): void {
    this.month = month;
    void this.load();
  }

  private drafted(event: CustomEvent<{ month?: string; campaign?: string }>): void {
    this.open = undefined;
    if (event.detail.campaign) {
      location.hash = `#/campaigns/${event.detail.campaign}`;
    } else {
      this.show(event.detail.month ?? this.month);
    }
  }

  render() {
    if (this.campaignId) {
      return html`<siyu-campaign .session=${this.session} .campaignId=${this.campaignId}></siyu-campaign>`;
    }
    return html`${this.bar()} ${this.hint()} ${this.grid()}
      <div class="legend">${LEGEND.map((status) =>
        html`<span class="chip ${statusColours[status]}">${word('campaignStatus', status)}</span>`)}</div>
      ${this.open === 'plan'
        ? html`<siyu-plan .session=${this.session} .month=${this.month} @dismissed=${this.closeDialog} @drafted=${this.drafted}></siyu-plan>`
        : nothing}
      ${this.open === 'draft'
        ? html`<siyu-campaign-form .session=${this.session} @dismissed=${this.closeDialog} @saved=${this.drafted}></siyu-campaign-form>`
        : nothing}`;
  }

  private closeDialog(): void {
    this.open = undefined;
  }

  private bar() {
    const thisMonth = dayOf(serverNow(), this.session.shop.timeZone).slice(0, 7);
    return html`<div class="bar">
      <h1 aria-live="polite">${monthTitle(this.month)}</h1>
      <button class="square" aria-label=${t('calendar.previous')} @click=${() => this.show(plusMonths(this.month, -1))}>${icons.back}</button>
      <button class="square" aria-label=${t('calendar.next')} @click=${() => this.show(plusMonths(this.month, 1))}>${icons.next}</button>
      <button ?disabled=${this.month === thisMonth} @click=${() => this.show(thisMonth)}>${t('calendar.thisMonth')}</button>
      ${isPlanner(this.session)
        ? html`<div class="end">
            <button @click=${() => (this.open = 'draft')}>${icons.plus}${t('campaignForm.new')}</button>
            <button class="primary" @click=${() => (this.open = 'plan')}>${icons.calendar}${t('plan.title')}</button>
          </div>`
        : nothing}
    </div>`;
  }

  private hint() {
    if (this.problem) {
      return html`<div class="state" role="alert">${icons.warn}<p>${explain(this.problem)}</p>
        <button @click=${() => this.load()}>${t('action.retry')}</button></div>`;
    }
    return this.campaigns && !this.campaigns.length
      ? html`<div class="empty">${icons.calendar}<span>${t('calendar.empty')}</span></div>`
      : nothing;
  }

  private grid() {
    const today = dayOf(serverNow(), this.session.shop.timeZone);
    return html`<div class="grid" aria-busy=${!this.campaigns}>
      <div class="names" aria-hidden="true">${weekdayNames().map((name) => html`<div>${name}</div>`)}</div>
      ${weeksOf(this.month).map((week) => this.week(week, today))}
    </div>`;
  }

  private week(week: string[], today: string) {
    const bars = barsOf(week, this.campaigns ?? [], (c) => ({ from: c.startDay, to: c.endDay }));
    return html`<div class="week">
      ${week.map((day, i) => {
        const kind = day.slice(0, 7) === this.month ? '' : 'other';
        const nodes = this.nodes.filter((node) => node.day === day);
        return html`<div class="day ${kind} ${day === today ? 'today' : ''}" .style=${`grid-column:${i + 1}`}>
          <span class="number" aria-label=${longDay(day)}>${Number(day.slice(8))}</span>
          ${nodes.map((node) => html`<span class="chip node" title=${word('node', node.code)}>${word('node', node.code)}</span>`)}
        </div>${i ? html`<span class="line" .style=${`left:${(100 / 7) * i}%`}></span>` : nothing}`;
      })}
      ${bars.map((bar) => this.campaignBar(bar))}
    </div>`;
  }

  private campaignBar(bar: Bar<Campaign>) {
    const campaign = bar.item;
    const status = word('campaignStatus', campaign.status);
    const place = `grid-row:${bar.lane + 2};grid-column:${bar.column} / span ${bar.days}`;
    const edges = `${bar.startsHere ? '' : 'continued'} ${bar.endsHere ? '' : 'continues'}`;
    return html`<a class="bar-link ${statusColours[campaign.status]} ${campaign.status} ${edges}" .style=${place}
      href="#/campaigns/${campaign.id}" title="${campaign.name} · ${status}"
      aria-label="${campaign.name}, ${status}, ${longDay(campaign.startDay)} – ${longDay(campaign.endDay)}">
      ${campaign.missedStart ? icons.warn : nothing}<span>${campaign.name}</span></a>`;
  }
}

customElements.define('siyu-calendar', SiyuCalendar);

import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { locale } from '../base/i18n.ts';
import { icons } from '../base/icons.ts';
import { explain } from '../base/problems.ts';
import { controls, states } from '../base/styles.ts';
import type { Session } from '../staff/session.ts';
import { EVERYBODY, readCycle, type CycleQuestion } from './cycles.ts';
import { t, word } from './messages.ts';
import type { CycleScope, MeasuredCycle } from './types.ts';
import './siyu-cycle-orders.ts';

const SCOPES: CycleScope[] = ['AUTO', 'BUYERS', 'FOLLOWERS'];
const TIERS = ['VIP', 'LOYAL', 'ACTIVE', 'NEW', 'AT_RISK', 'LOST'];
const PATIENCE_MS = 350;

/** How often buyers buy again, for whom one likes, and what that rests on. */
class SiyuCycle extends SiyuElement {
  static properties = {
    session: { attribute: false },
    question: { state: true }, cycle: { state: true }, busy: { state: true }, problem: { state: true }, shown: { state: true },
  };
  declare session: Session;
  declare question: CycleQuestion;
  declare cycle: MeasuredCycle | undefined;
  declare busy: boolean;
  declare problem: unknown;
  /** The list of orders that is looked at. */
  declare shown: { heading: string; link: string } | undefined;

  static styles = [
    controls,
    states,
    css`
      main { max-width: 1120px; margin: 0 auto; padding: var(--s5) var(--s4) var(--s6); display: grid; gap: var(--s4); }
      .panel { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: var(--s4);
        box-shadow: var(--shadow-1); display: grid; gap: var(--s3); align-content: start; min-width: 0; }
      .filters { display: grid; grid-template-columns: repeat(auto-fit, minmax(230px, 1fr)); gap: var(--s3); align-items: end; }
      .field, .field input { min-width: 0; }
      .heads { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: var(--s3); margin: 0; }
      .heads .panel { gap: var(--s1); }
      dt { font-size: var(--text-s); font-weight: 600; color: var(--ink-2); }
      dd { margin: 0; font-variant-numeric: tabular-nums; }
      .heads .value { font-size: 26px; font-weight: 700; line-height: 1.25; }
      .two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--s4); }
      .bars { list-style: none; margin: 0; padding: 0; display: grid; gap: 6px; }
      .bars li { display: grid; grid-template-columns: 104px minmax(0, 1fr) 104px; gap: var(--s2); align-items: center; font-size: var(--text-s); }
      .bars .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
      .track { display: block; background: var(--grey-soft); border-radius: 4px; height: 18px; overflow: hidden; }
      .fill { display: block; height: 100%; background: var(--brand); border-radius: 4px; }
      .words { display: grid; gap: var(--s1); }
      .rows { margin: 0; display: grid; }
      .rows div { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; gap: var(--s3); align-items: center; min-height: var(--touch);
        border-bottom: 1px solid var(--line); }
      .rows div:last-child { border-bottom: 0; }
      .rows dt { font-weight: 500; font-size: var(--text-m); color: var(--ink); }
      .rows dd { font-weight: 600; }
      .rows .look { min-width: 64px; text-align: end; }
      .stale { opacity: .6; }
      @media (max-width: 800px) {
        main { padding: var(--s3); }
        .two { grid-template-columns: minmax(0, 1fr); }
        .filters { grid-template-columns: minmax(0, 1fr); }
        .heads { grid-template-columns: repeat(2, minmax(0, 1fr)); }
        .heads .value { font-size: 21px; }
        .bars li { grid-template-columns: 104px minmax(0, 1fr) 84px; }
      }
    `,
  ];

  private asked = 0;
  private timer = 0;

  constructor() {
    super();
    this.question = EVERYBODY;
    this.busy = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private complaint(): string {
    return this.question.product && this.question.category ? t('cycle.both') : '';
  }

  private async load(): Promise<void> {
    if (this.complaint()) {
      return;
    }
    const asked = ++this.asked;
    this.busy = true;
    try {
      const cycle = await readCycle(this.session.shop.id, this.question);
      if (asked === this.asked) {
        this.cycle = cycle;
        this.problem = undefined;
      }
    } catch (e) {
      if (asked === this.asked) {
        this.problem = e;
      }
    } finally {
      this.busy = asked !== this.asked;
    }
  }

  private change(part: Partial<CycleQuestion>): void {
    this.question = { ...this.question, ...part };
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.load(), PATIENCE_MS);
  }

  private number(n: number, decimals = 0): string {
    return new Intl.NumberFormat(locale(), { maximumFractionDigits: decimals }).format(n);
  }

  private days(n: number | null): string {
    return n === null ? '–' : t('cycle.days', { n: this.number(n, 1) });
  }

  private money(amount: string): string {
    return new Intl.NumberFormat(locale(), { style: 'currency', currency: this.session.shop.currency }).format(Number(amount));
  }

  render() {
    return html`<main>
      <h1>${t('cycle.title')}</h1>
      ${this.filters()}
      ${this.problem
        ? html`<div class="state" role="alert">${icons.warn}<p>${explain(this.problem)}</p>
            <button @click=${() => this.load()}>${t('action.retry')}</button></div>`
        : this.cycle
          ? this.figures(this.cycle)
          : html`<div class="state"><p>${t('state.loading')}</p></div>`}
      ${this.shown
        ? html`<siyu-cycle-orders .heading=${this.shown.heading} .link=${this.shown.link} @dismissed=${() => (this.shown = undefined)}></siyu-cycle-orders>`
        : nothing}
    </main>`;
  }

  private filters() {
    const { scope, tier } = this.question;
    const complaint = this.complaint();
    return html`<form class="panel" @submit=${(e: Event) => e.preventDefault()}>
      <div class="filters">
        <div class="field"><label for="scope">${t('cycle.scope')}</label>
          <select id="scope" @change=${(e: Event) => this.change({ scope: (e.target as HTMLSelectElement).value as CycleScope })}>
            ${SCOPES.map((each) => html`<option value=${each} ?selected=${each === scope}>${word('scope', each)}</option>`)}
          </select></div>
        <div class="field"><label for="tier">${t('cycle.tier')}</label>
          <select id="tier" @change=${(e: Event) => this.change({ tier: (e.target as HTMLSelectElement).value })}>
            <option value="" ?selected=${!tier}>${t('cycle.anyTier')}</option>
            ${TIERS.map((each) => html`<option value=${each} ?selected=${each === tier}>${word('tier', each)}</option>`)}
          </select></div>
        ${this.input('asOf', 'date')} ${this.input('cohort', 'month')} ${this.input('product', 'search')}
        ${this.input('category', 'search')}
        <button type="button" ?disabled=${this.question === EVERYBODY} @click=${() => this.change(EVERYBODY)}>${t('cycle.reset')}</button>
      </div>
      ${complaint ? html`<p class="error" role="alert">${complaint}</p>` : nothing}
    </form>`;
  }

  private input(name: 'cohort' | 'product' | 'category' | 'asOf', type: string) {
    return html`<div class="field"><label for=${name}>${t(`cycle.${name}`)}</label>
      <input id=${name} type=${type} .value=${this.question[name]} autocomplete="off"
        @input=${(e: Event) => this.change({ [name]: (e.target as HTMLInputElement).value.trim() })}></div>`;
  }

  private figures(cycle: MeasuredCycle) {
    return html`<dl class="heads ${this.busy ? 'stale' : ''}" aria-live="polite" aria-busy=${this.busy}>
        ${this.head('mean', this.days(cycle.meanDays))} ${this.head('median', this.days(cycle.medianDays))}
        ${this.head('quartiles', cycle.p25Days === null || cycle.p75Days === null
          ? '–'
          : t('cycle.daysTo', { from: this.number(cycle.p25Days, 1), to: this.number(cycle.p75Days, 1) }))}
        ${this.head('km', cycle.kmMedianDays === null ? t('cycle.km.none') : this.days(cycle.kmMedianDays))}
      </dl>
      <div class="panel words"><strong>${t('cycle.cadence', { n: cycle.cadenceDays })}</strong>
        <span>${cycle.basis === 'DEFAULT'
          ? t('cycle.basisDefault', { day: cycle.asOf })
          : t('cycle.basis', { basis: word('basis', cycle.basis), day: cycle.asOf })}</span>
        <span>${t(`cycle.trust.${cycle.confidence}`)}</span></div>
      <div class="two">${this.histogram(cycle)} ${this.again(cycle)}</div>
      ${this.counts(cycle)}`;
  }

  private head(name: 'mean' | 'median' | 'quartiles' | 'km', value: string) {
    return html`<div class="panel"><dt>${t(`cycle.${name}`)}</dt><dd class="value">${value}</dd>
      <dd class="hint">${t(`cycle.${name}.hint`)}</dd></div>`;
  }

  private histogram({ histogram, intervals }: MeasuredCycle) {
    const most = Math.max(1, ...histogram.map((bucket) => bucket.count));
    return html`<section class="panel"><h2>${t('cycle.histogram')}</h2>
      ${histogram.length
        ? html`<ul class="bars">${histogram.map(({ fromDay, toDay, count }) =>
            this.bar(t('cycle.daysTo', { from: fromDay, to: toDay }), count / most, `${this.number(count)} · ${this.number((100 * count) / intervals, 1)}%`))}</ul>`
        : html`<p class="hint">${t('cycle.histogram.none')}</p>`}
    </section>`;
  }

  private again({ boughtAgainWithin }: MeasuredCycle) {
    return html`<section class="panel"><h2>${t('cycle.again')}</h2><p class="hint">${t('cycle.again.hint')}</p>
      <ul class="bars">${boughtAgainWithin.map(({ days, share }) =>
        this.bar(t('cycle.within', { n: days }), share ?? 0, share === null ? '–' : `${this.number(100 * share, 1)}%`))}</ul>
    </section>`;
  }

  private bar(label: string, share: number, number: string) {
    return html`<li><span>${label}</span><span class="track" aria-hidden="true"><span class="fill" .style=${`width:${100 * share}%`}></span></span>
      <span class="number">${number}</span></li>`;
  }

  private counts(cycle: MeasuredCycle) {
    const excluded = Object.entries(cycle.excluded).filter(([, n]) => n);
    return html`<div class="two">
      <section class="panel"><h2>${t('cycle.counts')}</h2>
        <dl class="rows">
          ${this.row(t('cycle.orders'), this.number(cycle.orders), cycle.links.orders)} ${this.row(t('cycle.netAmount'), this.money(cycle.netAmount))}
          ${this.row(t('cycle.buyers'), this.number(cycle.buyers))} ${this.row(t('cycle.repeatBuyers'), this.number(cycle.repeatBuyers))}
          ${this.row(t('cycle.intervals'), this.number(cycle.intervals))} ${this.row(t('cycle.buyerMean'), this.days(cycle.meanOfBuyerCyclesDays))}
        </dl>
        <a class="button" href=${cycle.links.buyers} download="cycle-buyers.csv">${t('cycle.csv')}</a>
      </section>
      <section class="panel"><h2>${t('cycle.excluded')}</h2>
        ${excluded.length
          ? html`<dl class="rows">${excluded.map(([reason, n]) => this.row(word('exclusion', reason), this.number(n), cycle.links.excluded[reason]))}</dl>`
          : html`<p class="hint">${t('cycle.noOrders')}</p>`}
      </section>
    </div>`;
  }

  private row(label: string, value: string, link?: string) {
    const heading = () => t('cycle.orderList', { what: label, day: this.cycle!.asOf });
    return html`<div><dt>${label}</dt><dd>${value}</dd><dd class="look">${link
      ? html`<button class="quiet small" aria-label=${t('cycle.lookAt', { what: label })} @click=${() => (this.shown = { heading: heading(), link })}>${t('cycle.look')}</button>`
      : nothing}</dd></div>`;
  }
}

customElements.define('siyu-cycle', SiyuCycle);

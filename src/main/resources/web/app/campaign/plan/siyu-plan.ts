import { css, html, nothing } from 'lit';
import { SiyuElement } from '../../base/element.ts';
import { explain, isRefusal } from '../../base/problems.ts';
import { toast } from '../../base/siyu-toasts.ts';
import { chips, controls } from '../../base/styles.ts';
import { plusDays, plusMonths, shortDay } from '../../base/time.ts';
import type { CycleScope } from '../../cycle/types.ts';
import type { Session } from '../../staff/session.ts';
import { listNodes } from '../campaigns.ts';
import type { PlannedNode } from '../types.ts';
import { t, word } from './messages.ts';
import { acceptPlan, previewPlan } from './plans.ts';
import type { Plan, PlanRequest } from './types.ts';
import './siyu-plan-preview.ts';
import '../../base/siyu-dialog.ts';

const MOST_DAYS = 366;
const LONGEST_STEP = 366;
const USUAL_FACTOR = '1.5';
const FACTORS = { least: 0.5, most: 5 };
/** Long enough for the next key of a number that is typed. */
const PATIENCE_MS = 350;
const SCOPES: CycleScope[] = ['AUTO', 'BUYERS', 'FOLLOWERS'];

interface Values {
  from: string;
  to: string;
  anchor: string;
  scope: CycleScope;
  factor: string;
  ladder: string;
}

/** Plans campaigns over a range of days. Whatever is changed shows at once what accepting it would do to the calendar. */
class SiyuPlan extends SiyuElement {
  static properties = {
    session: { attribute: false },
    month: {},
    values: { state: true },
    nodes: { state: true },
    chosen: { state: true },
    plan: { state: true },
    busy: { state: true },
    problem: { state: true },
    changed: { state: true },
  };
  declare session: Session;
  declare month: string;
  declare values: Values;
  declare nodes: PlannedNode[];
  declare chosen: Set<string>;
  declare plan: Plan | undefined;
  declare busy: boolean;
  declare problem: unknown;
  /** The calendar changed between preview and acceptance. */
  declare changed: boolean;

  static styles = [
    controls,
    chips,
    css`
      .form { display: grid; gap: var(--s4); }
      .dates { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: var(--s3); align-items: start; }
      .field, .field input { min-width: 0; }
      fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
      legend { font-size: var(--text-s); font-weight: 600; color: var(--ink-2); padding: 0 0 var(--s2); }
      .nodes { display: flex; flex-wrap: wrap; gap: var(--s2); }
      .nodes button { border-radius: 999px; font-size: var(--text-s); font-weight: 500; min-height: 36px; padding: 0 14px; }
      .nodes button[aria-pressed='true'] { background: var(--brand-soft); border-color: var(--brand); color: var(--brand-strong); }
      details { border: 1px solid var(--line); border-radius: var(--radius-s); background: var(--sunken); }
      summary { cursor: pointer; font-weight: 600; padding: 0 var(--s3); min-height: var(--touch); display: flex; align-items: center; gap: var(--s2); }
      summary::before { content: '▸'; color: var(--ink-3); }
      details[open] summary::before { content: '▾'; }
      details .dates { padding: 0 var(--s3) var(--s3); }
      details .reset { padding: 0 var(--s3) var(--s3); }
    `,
  ];

  private asked = 0;
  private timer = 0;

  constructor() {
    super();
    this.nodes = [];
    this.chosen = new Set();
    this.busy = false;
    this.changed = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    const to = plusDays(`${plusMonths(this.month, 3)}-01`, -1);
    this.values = { from: `${this.month}-01`, to, anchor: '', ...this.ownValues() };
    void this.loadNodes();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private ownValues() {
    return { scope: 'AUTO' as CycleScope, factor: USUAL_FACTOR, ladder: this.session.shop.cadenceLadder.join(', ') };
  }

  private isOwn(): boolean {
    const own = this.ownValues();
    return this.values.scope === own.scope && Number(this.values.factor) === Number(own.factor) && this.values.ladder === own.ladder;
  }

  /** Other days have other nodes; no plan before they are there. */
  private async loadNodes(): Promise<void> {
    this.plan = undefined;
    if (this.complaint()) {
      return;
    }
    const asked = ++this.asked;
    this.busy = true;
    this.problem = undefined;
    try {
      const nodes = await listNodes(this.values.from, this.values.to);
      if (asked === this.asked) {
        this.nodes = nodes;
        this.chosen = new Set(nodes.filter((node) => node.chosenByDefault).map((node) => node.code));
        await this.preview();
      }
    } catch (e) {
      if (asked === this.asked) {
        this.problem = e;
        this.busy = false;
      }
    }
  }

  private complaint(): string {
    const { from, to, factor } = this.values;
    if (!from || !to || to < from) {
      return t('plan.badRange');
    }
    if (to > plusDays(from, MOST_DAYS - 1)) {
      return t('plan.tooLong', { n: MOST_DAYS });
    }
    if (!(Number(factor) >= FACTORS.least && Number(factor) <= FACTORS.most)) {
      return t('plan.badFactor', { least: FACTORS.least, most: FACTORS.most });
    }
    const ladder = this.ladder();
    const rises = ladder.every((step, i) => Number.isInteger(step) && step > (ladder[i - 1] ?? 0) && step <= LONGEST_STEP);
    return ladder.length && rises ? '' : t('plan.badLadder', { n: LONGEST_STEP });
  }

  private ladder(): number[] {
    return this.values.ladder.split(/[\s,，、/]+/).filter(Boolean).map(Number);
  }

  private request(): PlanRequest {
    const { from, to, anchor, scope, factor } = this.values;
    // By default the same as naming none, and so no other plan than the shop's own.
    const usual = this.nodes.every((node) => this.chosen.has(node.code) === node.chosenByDefault);
    return {
      from,
      to,
      ...(anchor ? { anchor } : {}),
      ...(usual ? {} : { nodes: [...this.chosen] }),
      ...(this.isOwn() ? {} : { scope, factor: Number(factor), ladder: this.ladder() }),
    };
  }

  private async preview(): Promise<void> {
    if (this.complaint()) {
      this.plan = undefined;
      return;
    }
    const asked = ++this.asked;
    this.busy = true;
    this.problem = undefined;
    try {
      const plan = await previewPlan(this.session.shop.id, this.request());
      if (asked === this.asked) {
        this.plan = plan;
      }
    } catch (e) {
      if (asked === this.asked) {
        this.problem = e;
      }
    } finally {
      this.busy = asked !== this.asked;
    }
  }

  private async accept(plan: Plan): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      const done = await acceptPlan(this.session.shop.id, this.request(), plan.tag);
      toast(t('plan.accepted', { n: done.created.length, moved: done.moved.length, removed: done.removed.length }));
      this.tell('drafted', { month: done.windows[0]?.startDay.slice(0, 7) });
    } catch (e) {
      this.changed = isRefusal(e, 'CONFLICT');
      if (this.changed) {
        await this.preview();
      } else {
        this.problem = e;
      }
    } finally {
      this.busy = false;
    }
  }

  private change(part: Partial<Values>): void {
    this.values = { ...this.values, ...part };
    this.changed = false;
    if (part.from !== undefined || part.to !== undefined) {
      void this.loadNodes();
    } else {
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => void this.preview(), PATIENCE_MS);
    }
  }

  private toggle(code: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(code)) {
      chosen.add(code);
    }
    this.chosen = chosen;
    this.change({});
  }

  private changes(plan: Plan): number {
    return plan.diff.create.length + plan.diff.move.length + plan.diff.remove.length;
  }

  render() {
    const complaint = this.complaint();
    const { plan } = this;
    return html`<siyu-dialog wide .heading=${t('plan.title')} @dismissed=${() => this.tell('dismissed')}>
      <div class="form">
        <p class="hint">${t('plan.hint')}</p>
        <div class="dates">
          ${this.dateField('from', t('plan.from'))} ${this.dateField('to', t('plan.to'))} ${this.dateField('anchor', t('plan.anchor'))}
        </div>
        ${this.nodes.length
          ? html`<fieldset><legend>${t('plan.nodes')}</legend><div class="nodes">${this.nodes.map((node) => this.nodeChoice(node))}</div></fieldset>`
          : nothing}
        ${this.whatIf()}
        ${complaint ? html`<p class="error" role="alert">${complaint}</p>` : nothing}
        ${this.problem ? html`<p class="error" role="alert">${explain(this.problem)}</p>` : nothing}
        ${this.changed ? html`<p class="error" role="alert">${t('plan.changed')}</p>` : nothing}
        ${plan ? html`<siyu-plan-preview .plan=${plan} aria-busy=${this.busy}></siyu-plan-preview>` : nothing}
      </div>
      <button slot="actions" @click=${() => this.tell('dismissed')}>${t('action.cancel')}</button>
      <button slot="actions" class="primary" ?disabled=${this.busy || !plan || !this.changes(plan)} @click=${() => plan && this.accept(plan)}>
        ${plan && !this.changes(plan) ? t('plan.nothing') : t('plan.accept')}</button>
    </siyu-dialog>`;
  }

  /** Other values than the shop's, to see what they would do. */
  private whatIf() {
    const { scope, factor, ladder } = this.values;
    return html`<details ?open=${!this.isOwn()}>
      <summary>${t('plan.whatIf')}${this.isOwn() ? nothing : html`<span class="chip amber">${t('plan.whatIf.other')}</span>`}</summary>
      <div class="dates">
        <div class="field"><label for="scope">${t('plan.scope')}</label>
          <select id="scope" @change=${(e: Event) => this.change({ scope: (e.target as HTMLSelectElement).value as CycleScope })}>
            ${SCOPES.map((each) => html`<option value=${each} ?selected=${each === scope}>${word('scope', each)}</option>`)}
          </select></div>
        <div class="field"><label for="factor">${t('plan.factor')}</label>
          <input id="factor" type="number" min=${FACTORS.least} max=${FACTORS.most} step="0.1" .value=${factor}
            @input=${(e: Event) => this.change({ factor: (e.target as HTMLInputElement).value })}></div>
        <div class="field"><label for="ladder">${t('plan.ladder')}</label>
          <input id="ladder" inputmode="text" autocomplete="off" .value=${ladder}
            @input=${(e: Event) => this.change({ ladder: (e.target as HTMLInputElement).value })}></div>
      </div>
      ${this.isOwn() ? nothing : html`<div class="reset"><button class="small" @click=${() => this.change(this.ownValues())}>
        ${t('plan.whatIf.reset')}</button></div>`}
    </details>`;
  }

  private dateField(name: 'from' | 'to' | 'anchor', label: string) {
    return html`<div class="field"><label for=${name}>${label}</label>
      <input id=${name} type="date" .value=${this.values[name]}
        @change=${(e: Event) => this.change({ [name]: (e.target as HTMLInputElement).value })}></div>`;
  }

  private nodeChoice(node: PlannedNode) {
    return html`<button type="button" aria-pressed=${this.chosen.has(node.code)} @click=${() => this.toggle(node.code)}>
      ${word('node', node.code)} ${shortDay(node.day)}</button>`;
  }
}

customElements.define('siyu-plan', SiyuPlan);

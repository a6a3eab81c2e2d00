import { css, html, nothing } from 'lit';
import { newKey } from '../base/api.ts';
import { SiyuElement } from '../base/element.ts';
import { t, word } from '../base/i18n.ts';
import { explain } from '../base/problems.ts';
import type { Session } from '../base/session.ts';
import { toast } from '../base/siyu-toasts.ts';
import { chips, controls } from '../base/styles.ts';
import { longDay, plusDays, plusMonths, shortDay } from '../base/time.ts';
import type { Plan, PlannedNode, PlanWindow, Window } from '../base/types.ts';
import { listNodes, plan } from './campaigns.ts';
import '../base/siyu-dialog.ts';

const MOST_DAYS = 366;

/** Plans campaigns over a range of days: first a preview that says what gave way to what, then drafts. */
class SiyuPlan extends SiyuElement {
  static properties = {
    session: { attribute: false },
    month: {},
    from: { state: true },
    to: { state: true },
    anchor: { state: true },
    nodes: { state: true },
    chosen: { state: true },
    plan: { state: true },
    busy: { state: true },
    problem: { state: true },
  };
  declare session: Session;
  declare month: string;
  declare from: string;
  declare to: string;
  declare anchor: string;
  declare nodes: PlannedNode[];
  declare chosen: Set<string>;
  declare plan: Plan | undefined;
  declare busy: boolean;
  declare problem: unknown;

  static styles = [
    controls,
    chips,
    css`
      .form { display: grid; gap: var(--s4); }
      .dates { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: var(--s3); }
      fieldset { border: 0; padding: 0; margin: 0; }
      legend { font-size: var(--text-s); font-weight: 600; color: var(--ink-2); padding: 0 0 var(--s2); }
      .nodes { display: flex; flex-wrap: wrap; gap: var(--s2); }
      .nodes button { border-radius: 999px; font-size: var(--text-s); font-weight: 500; min-height: 36px; padding: 0 14px; }
      .nodes button[aria-pressed='true'] { background: var(--brand-soft); border-color: var(--brand); color: var(--brand-strong); }
      ol { list-style: none; margin: var(--s2) 0 0; padding: 0; display: grid; gap: var(--s2); }
      li { border: 1px solid var(--line); border-radius: var(--radius-s); padding: var(--s2) var(--s3); display: grid; gap: var(--s1); }
      .head { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; }
      .absorbed { font-size: var(--text-s); color: var(--ink-2); }
    `,
  ];

  private key = newKey();
  private asked = 0;

  constructor() {
    super();
    this.nodes = [];
    this.chosen = new Set();
    this.anchor = '';
    this.busy = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.from = `${this.month}-01`;
    this.to = plusDays(`${plusMonths(this.month, 3)}-01`, -1);
    void this.loadNodes();
  }

  /** No plan before the nodes are there: without them it would be one without any. */
  private async loadNodes(): Promise<void> {
    this.plan = undefined;
    if (this.complaint()) {
      return;
    }
    const asked = ++this.asked;
    this.busy = true;
    this.problem = undefined;
    try {
      const nodes = await listNodes(this.from, this.to);
      if (asked === this.asked) {
        this.nodes = nodes;
        this.chosen = new Set(nodes.filter((node) => node.chosenByDefault).map((node) => node.code));
      }
    } catch (e) {
      this.problem = e;
    } finally {
      this.busy = asked !== this.asked;
    }
  }

  private complaint(): string {
    if (!this.from || !this.to || this.to < this.from) {
      return t('plan.badRange');
    }
    return this.to > plusDays(this.from, MOST_DAYS - 1) ? t('plan.tooLong', { n: MOST_DAYS }) : '';
  }

  private async ask(accept: boolean): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      const request = { from: this.from, to: this.to, nodes: [...this.chosen], ...(this.anchor ? { anchor: this.anchor } : {}) };
      const answer = await plan(this.session.shop.id, request, accept, accept ? this.key : newKey());
      if (accept) {
        toast(t('plan.accepted', { n: answer.created.length }));
        this.tell('drafted', { month: answer.windows[0]?.startDay.slice(0, 7) });
      }
      this.plan = answer;
    } catch (e) {
      this.problem = e;
    } finally {
      this.busy = false;
    }
  }

  private change(part: { from?: string; to?: string; anchor?: string }): void {
    Object.assign(this, part);
    this.key = newKey();
    this.plan = undefined;
    if (part.anchor === undefined) {
      void this.loadNodes();
    }
  }

  private toggle(code: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(code)) {
      chosen.add(code);
    }
    this.chosen = chosen;
    this.key = newKey();
    this.plan = undefined;
  }

  render() {
    const complaint = this.complaint();
    return html`<siyu-dialog wide .heading=${t('plan.title')} @dismissed=${() => this.tell('dismissed')}>
      <div class="form">
        <p class="hint">${t('plan.hint')}</p>
        <div class="dates">
          ${this.dateField('from', t('plan.from'), this.from)} ${this.dateField('to', t('plan.to'), this.to)}
          ${this.dateField('anchor', t('plan.anchor'), this.anchor)}
        </div>
        ${this.nodes.length
          ? html`<fieldset><legend>${t('plan.nodes')}</legend><div class="nodes">${this.nodes.map((node) => this.nodeChoice(node))}</div></fieldset>`
          : nothing}
        ${complaint ? html`<p class="error" role="alert">${complaint}</p>` : nothing}
        ${this.problem ? html`<p class="error" role="alert">${explain(this.problem)}</p>` : nothing}
        ${this.plan ? this.preview(this.plan) : nothing}
      </div>
      <button slot="actions" class=${this.plan ? '' : 'primary'} ?disabled=${this.busy || !!complaint} @click=${() => this.ask(false)}>
        ${t('plan.preview')}</button>
      ${this.plan?.windows.length
        ? html`<button slot="actions" class="primary" ?disabled=${this.busy} @click=${() => this.ask(true)}>
            ${t('plan.accept')}</button>`
        : nothing}
    </siyu-dialog>`;
  }

  private dateField(name: 'from' | 'to' | 'anchor', label: string, value: string) {
    return html`<div class="field"><label for=${name}>${label}</label>
      <input id=${name} type="date" .value=${value}
        @change=${(e: Event) => this.change({ [name]: (e.target as HTMLInputElement).value })}></div>`;
  }

  private nodeChoice(node: PlannedNode) {
    return html`<button type="button" aria-pressed=${this.chosen.has(node.code)} @click=${() => this.toggle(node.code)}>
      ${word('node', node.code)} ${shortDay(node.day)}</button>`;
  }

  private preview(made: Plan) {
    if (!made.windows.length) {
      return html`<p role="status">${t('plan.none')}</p>`;
    }
    return html`<section aria-live="polite">
      <h3>${t('plan.found', { n: made.windows.length })}${t('plan.cadence', { n: made.cadenceDays })}</h3>
      <ol>${made.windows.map((window) => this.window(window))}</ol>
    </section>`;
  }

  private window(window: PlanWindow) {
    return html`<li>
      <div class="head"><strong>${longDay(window.startDay)} – ${longDay(window.endDay)}</strong>${this.source(window)}</div>
      ${window.absorbed.map((gone) => html`<div class="absorbed">${t(
        gone.reason === 'NODE_OVERLAP' ? 'plan.absorbedNode' : gone.gapDays ? 'plan.absorbedNear' : 'plan.absorbedOverlap',
        { days: `${shortDay(gone.startDay)}–${shortDay(gone.endDay)}`, node: word('node', gone.node), gap: gone.gapDays },
      )}</div>`)}
    </li>`;
  }

  private source(window: Window) {
    return window.source === 'NODE'
      ? html`<span class="chip red">${word('node', window.node)}</span>`
      : html`<span class="chip">${t('plan.byCadence')}</span>`;
  }
}

customElements.define('siyu-plan', SiyuPlan);

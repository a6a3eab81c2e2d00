import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { explain } from '../base/problems.ts';
import { toast } from '../base/siyu-toasts.ts';
import { controls, states } from '../base/styles.ts';
import { moment, serverNow } from '../base/time.ts';
import type { Session } from '../staff/session.ts';
import { explainSegment } from './filter-problems.ts';
import { t } from './messages.ts';
import { listSegments, removeSegment } from './segments.ts';
import type { Segment } from './types.ts';
import '../base/siyu-dialog.ts';
import './siyu-segment-form.ts';

/** The saved segments: made, changed, removed. */
class SiyuSegments extends SiyuElement {
  static properties = {
    session: { attribute: false },
    segments: { state: true }, next: { state: true }, problem: { state: true },
    edited: { state: true }, leaving: { state: true }, refusal: { state: true }, busy: { state: true },
  };
  declare session: Session;
  declare segments: Segment[] | undefined;
  declare next: string | null;
  declare problem: unknown;
  declare edited: Segment | 'new' | undefined;
  declare leaving: Segment | undefined;
  declare refusal: unknown;
  declare busy: boolean;

  static styles = [
    controls,
    states,
    css`
      section { display: grid; gap: var(--s3); }
      .head { display: flex; flex-wrap: wrap; gap: var(--s2) var(--s4); align-items: center; justify-content: space-between; }
      .head p { flex-basis: 100%; order: 3; }
      ul { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--s2); }
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--s1) var(--s3); align-items: center; padding: var(--s3) var(--s4);
        background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      li strong { overflow-wrap: anywhere; }
      code { font-size: var(--text-s); color: var(--ink-2); overflow-wrap: anywhere; }
      p + .error { margin-top: var(--s2); }
      .doings { display: flex; gap: var(--s2); grid-column: 2; grid-row: 1 / span 3; }
      .empty { padding: var(--s5); background: var(--surface); border: 1px dashed var(--line-strong); border-radius: var(--radius); }
      @media (max-width: 700px) {
        li { grid-template-columns: minmax(0, 1fr); padding: var(--s3); }
        .doings { grid-column: 1; grid-row: auto; padding-top: var(--s1); }
        .doings button { flex: 1; min-height: var(--touch); }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(after: string | null = null): Promise<void> {
    this.problem = undefined;
    try {
      const page = await listSegments(this.session.shop.id, after);
      this.segments = after ? [...(this.segments ?? []), ...page.items] : page.items;
      this.next = page.next;
    } catch (e) {
      this.problem = e;
    }
  }

  private saved(): void {
    this.edited = undefined;
    toast(t('state.saved'));
    void this.load();
  }

  private async removeForGood(segment: Segment): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await removeSegment(segment);
      this.leaving = undefined;
      toast(t('segment.removed', { name: segment.name }));
      void this.load();
    } catch (e) {
      this.refusal = e;
    } finally {
      this.busy = false;
    }
  }

  private ask(segment: Segment): void {
    this.refusal = undefined;
    this.leaving = segment;
  }

  render() {
    return html`<section aria-labelledby="segments">
      <div class="head">
        <h2 id="segments">${t('segments.title')}</h2>
        <button @click=${() => (this.edited = 'new')}>${icons.plus}${t('segments.new')}</button>
        <p class="hint">${t('segments.hint')}</p>
      </div>
      ${this.list()}
    </section>
    ${this.edited
      ? html`<siyu-segment-form .shop=${this.session.shop} .segment=${this.edited === 'new' ? undefined : this.edited}
          @saved=${this.saved} @dismissed=${() => (this.edited = undefined)}></siyu-segment-form>`
      : nothing}
    ${this.leaving ? this.farewell(this.leaving) : nothing}`;
  }

  private list() {
    if (this.problem) {
      return html`<div class="state" role="alert">${icons.warn}<p>${explain(this.problem)}</p>
        <button @click=${() => this.load()}>${t('action.retry')}</button></div>`;
    }
    if (!this.segments) {
      return html`<p class="hint">${t('state.loading')}</p>`;
    }
    if (!this.segments.length) {
      return html`<div class="state empty"><h3>${t('segments.none')}</h3><p>${t('segments.noneText')}</p></div>`;
    }
    return html`<ul>${repeat(this.segments, (segment) => segment.id, (segment) => this.segment(segment))}</ul>
      ${this.next ? html`<button @click=${() => this.load(this.next)}>${t('action.more')}</button>` : nothing}`;
  }

  private segment(segment: Segment) {
    const when = moment(segment.updatedAt, this.session.shop.timeZone, serverNow());
    return html`<li>
      <strong>${segment.name}</strong>
      <code>${segment.filter}</code>
      <span class="hint">${t('segments.by', { name: segment.createdBy, when })}</span>
      <div class="doings">
        <button class="small" aria-label=${t('segment.editNamed', { name: segment.name })} @click=${() => (this.edited = segment)}>${t('segment.edit')}</button>
        <button class="small danger" aria-label=${t('segment.removeNamed', { name: segment.name })} @click=${() => this.ask(segment)}>${t('segment.remove')}</button>
      </div>
    </li>`;
  }

  private farewell(segment: Segment) {
    return html`<siyu-dialog .heading=${t('segment.removeNamed', { name: segment.name })} @dismissed=${() => (this.leaving = undefined)}>
      <p>${t('segment.removeText')}</p>
      ${this.refusal ? html`<p class="error" role="alert">${explainSegment(this.refusal)}</p>` : nothing}
      <button slot="actions" @click=${() => (this.leaving = undefined)}>${t('action.cancel')}</button>
      <button slot="actions" class="danger" ?disabled=${this.busy} @click=${() => this.removeForGood(segment)}>${t('segment.remove')}</button>
    </siyu-dialog>`;
  }
}

customElements.define('siyu-segments', SiyuSegments);

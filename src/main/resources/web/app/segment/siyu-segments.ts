import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { Listing } from '../base/listing.ts';
import { explain } from '../base/problems.ts';
import { toast } from '../base/siyu-toasts.ts';
import { controls, states } from '../base/styles.ts';
import { moment, serverNow } from '../base/time.ts';
import type { Session } from '../staff/session.ts';
import { explainSegment } from './filter-problems.ts';
import { t } from './messages.ts';
import { listSegments, removeSegment } from './segments.ts';
import type { Segment } from './types.ts';
import '../base/siyu-confirm.ts';
import './siyu-segment-form.ts';

/** The saved segments: made, changed, removed. */
class SiyuSegments extends SiyuElement {
  static properties = {
    session: { attribute: false }, edited: { state: true }, leaving: { state: true },
  };
  declare session: Session;
  declare edited: Segment | 'new' | undefined;
  declare leaving: Segment | undefined;

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
      .doings { display: flex; gap: var(--s2); grid-column: 2; grid-row: 1 / span 3; }
      .empty { padding: var(--s5); background: var(--surface); border: 1px dashed var(--line-strong); border-radius: var(--radius); }
      @media (max-width: 700px) {
        li { grid-template-columns: minmax(0, 1fr); padding: var(--s3); }
        .doings { grid-column: 1; grid-row: auto; padding-top: var(--s1); }
        .doings button { flex: 1; min-height: var(--touch); }
      }
    `,
  ];

  private readonly segments = new Listing<Segment>(this, (after) => listSegments(this.session.shop.id, after));

  connectedCallback(): void {
    super.connectedCallback();
    void this.segments.load();
  }

  private saved(): void {
    this.edited = undefined;
    toast(t('state.saved'));
    void this.segments.load();
  }

  private removed(segment: Segment): void {
    this.leaving = undefined;
    toast(t('segment.removed', { name: segment.name }));
    void this.segments.load();
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
    const { items, next, problem } = this.segments;
    if (problem) {
      return html`<div class="state" role="alert">${icons.warn}<p>${explain(problem)}</p>
        <button @click=${() => this.segments.load()}>${t('action.retry')}</button></div>`;
    }
    if (!items) {
      return html`<p class="hint">${t('state.loading')}</p>`;
    }
    if (!items.length) {
      return html`<div class="state empty"><h3>${t('segments.none')}</h3><p>${t('segments.noneText')}</p></div>`;
    }
    return html`<ul>${repeat(items, (segment) => segment.id, (segment) => this.segment(segment))}</ul>
      ${next ? html`<button @click=${() => this.segments.more()}>${t('action.more')}</button>` : nothing}`;
  }

  private segment(segment: Segment) {
    const when = moment(segment.updatedAt, this.session.shop.timeZone, serverNow());
    return html`<li>
      <strong>${segment.name}</strong>
      <code>${segment.filter}</code>
      <span class="hint">${t('segments.by', { name: segment.createdBy, when })}</span>
      <div class="doings">
        <button class="small" aria-label=${t('segment.editNamed', { name: segment.name })} @click=${() => (this.edited = segment)}>${t('segment.edit')}</button>
        <button class="small danger" aria-label=${t('segment.removeNamed', { name: segment.name })} @click=${() => (this.leaving = segment)}>${t('segment.remove')}</button>
      </div>
    </li>`;
  }

  private farewell(segment: Segment) {
    return html`<siyu-confirm .heading=${t('segment.removeNamed', { name: segment.name })} .text=${t('segment.removeText')}
      .submit=${t('segment.remove')} .action=${() => removeSegment(segment)} .explain=${explainSegment}
      @done=${() => this.removed(segment)} @dismissed=${() => (this.leaving = undefined)}></siyu-confirm>`;
  }
}

customElements.define('siyu-segments', SiyuSegments);

import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { controls } from '../base/styles.ts';
import type { Shop } from '../shop/types.ts';
import { explainSegment, filterProblem, type FilterProblem } from './filter-problems.ts';
import { t } from './messages.ts';
import { previewSegment, saveSegment } from './segments.ts';
import type { Segment, SegmentPreview } from './types.ts';
import '../base/siyu-dialog.ts';
import './siyu-filter-help.ts';
import './siyu-segment-preview.ts';

const PAUSE_MS = 400;
const LONGEST_NAME = 60;
const LONGEST_FILTER = 2000;

/** Saves a filter under a name, or changes `segment`; whom the filter finds is shown while it is written. Fires `saved`. */
class SiyuSegmentForm extends SiyuElement {
  static properties = {
    shop: { attribute: false }, segment: { attribute: false },
    name: { state: true }, filter: { state: true }, preview: { state: true }, wrong: { state: true },
    invalid: { state: true }, problem: { state: true }, busy: { state: true },
  };
  declare shop: Shop;
  declare segment: Segment | undefined;
  declare name: string;
  declare filter: string;
  declare preview: SegmentPreview | undefined;
  declare wrong: FilterProblem | undefined;
  declare invalid: string;
  declare problem: unknown;
  declare busy: boolean;

  static styles = [
    controls,
    css`
      form { display: grid; gap: var(--s4); }
      textarea, .where { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
      textarea[aria-invalid='true'] { border-color: var(--red); }
      .where { margin: var(--s1) 0; padding: var(--s2) var(--s3); border-radius: var(--radius-s); background: var(--red-soft); font-size: var(--text-s);
        white-space: pre-wrap; overflow-wrap: anywhere; }
      mark { background: var(--red); color: #fff; border-radius: 3px; padding: 0 2px; }
    `,
  ];

  private timer = 0;
  private asked = 0;

  connectedCallback(): void {
    super.connectedCallback();
    this.name = this.segment?.name ?? '';
    this.filter = this.segment?.filter ?? '';
    if (this.filter) {
      void this.tryOut();
    }
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private isTouched(): boolean {
    return this.name !== (this.segment?.name ?? '') || this.filter !== (this.segment?.filter ?? '');
  }

  private write(filter: string): void {
    this.filter = filter;
    this.wrong = undefined;
    this.problem = undefined;
    this.asked++;
    clearTimeout(this.timer);
    if (filter.trim()) {
      this.timer = window.setTimeout(() => void this.tryOut(), PAUSE_MS);
    } else {
      this.preview = undefined;
    }
  }

  private async tryOut(): Promise<void> {
    const asked = ++this.asked;
    try {
      const { data } = await previewSegment(this.shop.id, this.filter);
      if (asked === this.asked) {
        this.preview = data;
      }
    } catch (e) {
      if (asked === this.asked) {
        this.preview = undefined;
        this.blame(e);
      }
    }
  }

  private blame(e: unknown): void {
    this.wrong = filterProblem(e);
    this.problem = this.wrong ? undefined : e;
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    this.invalid = !this.name.trim() ? t('segment.needName') : !this.filter.trim() ? t('segment.needFilter') : '';
    if (this.invalid || this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      await saveSegment(this.shop.id, this.segment, this.name.trim(), this.filter.trim());
      this.tell('saved');
    } catch (e) {
      this.blame(e);
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<siyu-dialog wide .heading=${t(this.segment ? 'segment.change' : 'segments.new')} .unsaved=${this.isTouched()}
      @dismissed=${() => this.tell('dismissed')}>
      <form @submit=${this.save}>
        <div class="field"><label for="name">${t('segment.name')}</label>
          <input id="name" required maxlength=${LONGEST_NAME} .value=${this.name} @input=${(e: Event) => (this.name = valueOf(e))}></div>
        <div class="field"><label for="filter">${t('segment.filter')}</label>
          <textarea id="filter" required maxlength=${LONGEST_FILTER} spellcheck="false" autocapitalize="off" autocomplete="off"
            placeholder='tier in (VIP, LOYAL) and daysSinceLast > 30' aria-invalid=${!!this.wrong} aria-describedby="wrong"
            .value=${this.filter} @input=${(e: Event) => this.write(valueOf(e))}></textarea>
          <div id="wrong" aria-live="polite">${this.wrong ? this.where(this.wrong) : nothing}</div></div>
        ${this.preview ? html`<siyu-segment-preview .preview=${this.preview} .shop=${this.shop}></siyu-segment-preview>` : nothing}
        <siyu-filter-help @chosen=${(e: CustomEvent<string>) => this.write(e.detail)}></siyu-filter-help>
        ${this.invalid ? html`<p class="error" role="alert">${this.invalid}</p>` : nothing}
        ${this.problem ? html`<p class="error" role="alert">${explainSegment(this.problem)}</p>` : nothing}
      </form>
      <button slot="actions" @click=${() => this.tell('dismissed')}>${t('action.cancel')}</button>
      <button slot="actions" class="primary" ?disabled=${this.busy || !!this.wrong} @click=${this.save}>${t('action.save')}</button>
    </siyu-dialog>`;
  }

  /** The filter with a mark on the word that does not fit, or on the place where one is missing. */
  private where({ at, words }: FilterProblem) {
    const rest = this.filter.slice(at);
    const marked = /^("[^"]*"?|[\w.-]+|\S)/u.exec(rest)?.[0] ?? '';
    return html`<p class="where">${this.filter.slice(0, at)}<mark>${marked || '\u00a0'}</mark>${rest.slice(marked.length)}</p>
      <p class="error">${words}</p>`;
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

customElements.define('siyu-segment-form', SiyuSegmentForm);

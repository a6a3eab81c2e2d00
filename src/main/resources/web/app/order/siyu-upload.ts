import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { explain, isRefusal } from '../base/problems.ts';
import { controls } from '../base/styles.ts';
import { FORMATS, send } from './imports.ts';
import { t, word } from './messages.ts';

/** A file that nobody recognises lacks columns, or is something else altogether. */
function complaint(e: unknown): string {
  if (!isRefusal(e, 'UNKNOWN_FORMAT')) {
    return explain(e);
  }
  const missing = e.violations.filter((violation) => violation.code === 'MissingColumn').map((violation) => violation.field);
  return missing.length ? t('orders.missing', { columns: missing.join(t('list.and')) }) : t('orders.unknown', { detail: e.detail });
}

/** Takes a file of orders and sends it. Fires `queued` with the import. */
class SiyuUpload extends SiyuElement {
  static properties = {
    shop: {}, file: { state: true }, format: { state: true }, dryRun: { state: true }, over: { state: true },
    sent: { state: true }, problem: { state: true },
  };
  declare shop: string;
  declare file: File | undefined;
  declare format: string;
  declare dryRun: boolean;
  declare over: boolean;
  declare sent: number | undefined;
  declare problem: unknown;

  static styles = [
    controls,
    css`
      form { display: grid; gap: var(--s3); }
      .drop {
        display: grid; justify-items: center; gap: var(--s1); text-align: center; padding: var(--s5) var(--s4); cursor: pointer;
        border: 2px dashed var(--line-strong); border-radius: var(--radius); background: var(--surface); color: var(--ink-2);
      }
      .drop.over, .drop:hover { border-color: var(--brand); background: var(--brand-soft); }
      .drop:focus-within { outline: 3px solid #2b7fd0; outline-offset: 2px; }
      .drop input { position: absolute; width: 1px; height: 1px; min-height: 0; padding: 0; opacity: 0; }
      .drop strong { color: var(--ink); overflow-wrap: anywhere; }
      .drop .hint { font-weight: 400; }
      .line { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; }
      .line .field { grid-template-columns: auto minmax(140px, 1fr); align-items: center; gap: var(--s2); }
      .check { display: flex; gap: var(--s2); align-items: center; min-height: var(--touch); }
      .line button { margin-inline-start: auto; }
      progress { width: 100%; height: 8px; accent-color: var(--brand); }
    `,
  ];

  constructor() {
    super();
    this.format = 'auto';
    this.dryRun = false;
    this.over = false;
  }

  private take(files: FileList | null | undefined): void {
    this.file = files?.[0] ?? this.file;
    this.problem = undefined;
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.take(event.dataTransfer?.files);
  }

  private async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.file || this.sent !== undefined) {
      return;
    }
    this.sent = 0;
    this.problem = undefined;
    try {
      const parcel = { file: this.file, format: this.format, dryRun: this.dryRun };
      const job = await send(this.shop, parcel, (share) => (this.sent = share));
      this.file = undefined;
      // Only the file: resetting the form would show other choices than those that are in force.
      this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!.value = '';
      this.tell('queued', job);
    } catch (e) {
      this.problem = e;
    } finally {
      this.sent = undefined;
    }
  }

  render() {
    const busy = this.sent !== undefined;
    return html`<form @submit=${this.submit}>
      <label class="drop ${this.over ? 'over' : ''}" @drop=${this.drop} @dragleave=${() => (this.over = false)}
        @dragover=${(e: DragEvent) => { e.preventDefault(); this.over = true; }}>
        <input type="file" accept=".csv,.txt,.xlsx" ?disabled=${busy}
          @change=${(e: Event) => this.take((e.target as HTMLInputElement).files)}>
        ${icons.upload}
        <strong>${this.file ? this.file.name : t('orders.choose')}</strong>
        <span class="hint">${t('orders.formats')}</span>
      </label>
      ${busy ? html`<progress max="1" .value=${this.sent!} aria-label=${t('orders.sending')}></progress>` : nothing}
      ${this.problem ? html`<p class="error" role="alert">${complaint(this.problem)}</p>` : nothing}
      <div class="line">
        <div class="field"><label for="format">${t('orders.format')}</label>
          <select id="format" ?disabled=${busy} @change=${(e: Event) => (this.format = (e.target as HTMLSelectElement).value)}>
            ${FORMATS.map((code) => html`<option value=${code} ?selected=${code === this.format}>${word('format', code)}</option>`)}
          </select></div>
        <label class="check"><input type="checkbox" .checked=${this.dryRun} ?disabled=${busy}
          @change=${(e: Event) => (this.dryRun = (e.target as HTMLInputElement).checked)}>${t('orders.dryRun')}</label>
        <button class="primary" ?disabled=${!this.file || busy}>
          ${busy ? t('state.sending') : t(this.dryRun ? 'orders.rehearse' : 'orders.import')}</button>
      </div>
    </form>`;
  }
}

customElements.define('siyu-upload', SiyuUpload);

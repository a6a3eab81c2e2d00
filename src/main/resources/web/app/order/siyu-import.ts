import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { locale } from '../base/i18n.ts';
import { explain } from '../base/problems.ts';
import { toast } from '../base/siyu-toasts.ts';
import { chips, controls } from '../base/styles.ts';
import { moment, serverNow } from '../base/time.ts';
import { downloadList, isOver } from './imports.ts';
import { t, word } from './messages.ts';
import type { ImportStatus, OrderImport } from './types.ts';

const COLOURS: Record<ImportStatus, string> = { QUEUED: '', RUNNING: 'blue', DONE: 'green', FAILED: 'red' };

/** Done is not well done where rows were left out, or orders leave something open. */
function colour(job: OrderImport): string {
  return job.status === 'DONE' && (job.orders.rejected || job.warnings.refundsWithoutAmount) ? 'amber' : COLOURS[job.status];
}

/** One import: how far it is, what came of its orders, and the way to its rejects. */
class SiyuImport extends SiyuElement {
  static properties = { job: { attribute: false }, zone: {} };
  declare job: OrderImport;
  declare zone: string;

  static styles = [
    controls,
    chips,
    css`
      article { display: grid; gap: var(--s2); padding: var(--s3) var(--s4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      .head { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; }
      .head strong { overflow-wrap: anywhere; min-width: 0; }
      .when { margin-inline-start: auto; }
      progress { width: 100%; height: 8px; accent-color: var(--brand); }
      dl { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); margin: 0; }
      dl div { display: flex; gap: var(--s1); align-items: baseline; }
      dt { font-size: var(--text-s); color: var(--ink-3); }
      dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
      .bad { color: var(--red); }
    `,
  ];

  private number(n: number): string {
    return new Intl.NumberFormat(locale()).format(n);
  }

  render() {
    const { job } = this;
    return html`<article>
      <div class="head">
        <strong>${job.fileName || t('orders.unnamed')}</strong>
        <span class="chip">${word('format', job.format)}</span>
        <span class="chip ${colour(job)}">${word('import', job.status)}</span>
        ${job.dryRun ? html`<span class="chip blue">${t('orders.rehearsed')}</span>` : nothing}
        <span class="hint when">${moment(job.createdAt, this.zone, serverNow())}</span>
      </div>
      ${isOver(job) ? nothing : html`<progress max="1" .value=${job.progress} aria-label=${t('orders.progress')}></progress>`}
      ${job.failure ? html`<p class="error" role="alert">${job.failure}</p>` : nothing}
      ${job.status === 'QUEUED' ? nothing : this.figures()}
    </article>`;
  }

  private figures() {
    const { orders, buyers, rows, warnings } = this.job;
    return html`<dl>
      ${this.figure('orders.rows', rows)} ${this.figure('orders.created', orders.created)}
      ${this.figure('orders.updated', orders.updated)} ${this.figure('orders.unchanged', orders.unchanged)}
      ${orders.stale ? this.figure('orders.stale', orders.stale) : nothing}
      ${orders.superseded ? this.figure('orders.superseded', orders.superseded) : nothing}
      ${this.figure('orders.newBuyers', buyers.created)}
      ${warnings.refundsWithoutAmount ? this.warnings(warnings.refundsWithoutAmount) : nothing}
      ${orders.rejected ? this.rejects(orders.rejected) : nothing}
    </dl>`;
  }

  private figure(key: Parameters<typeof t>[0], n: number) {
    return html`<div><dt>${t(key)}</dt><dd>${this.number(n)}</dd></div>`;
  }

  private rejects(n: number) {
    return html`<div><dt class="bad">${t('orders.rejected')}</dt><dd class="bad">${this.number(n)}</dd>
      <button class="small" @click=${() => this.download('rejects')}>${t('orders.download')}</button></div>`;
  }

  private warnings(n: number) {
    return html`<div><dt class="bad">${t('orders.refundsWithoutAmount')}</dt><dd class="bad">${this.number(n)}</dd>
      <button class="small" @click=${() => this.download('warnings')}>${t('orders.downloadWarnings')}</button></div>`;
  }

  private async download(which: 'rejects' | 'warnings'): Promise<void> {
    try {
      await downloadList(this.job.id, which);
    } catch (e) {
      toast(explain(e));
    }
  }
}

customElements.define('siyu-import', SiyuImport);

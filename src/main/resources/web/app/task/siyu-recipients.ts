import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { explain } from '../base/problems.ts';
import { copyText, toastProblem } from '../base/siyu-toasts.ts';
import { chips, controls } from '../base/styles.ts';
import { t, word } from './messages.ts';
import { listRecipients, tick } from './tasks.ts';
import type { Recipient, RecipientState } from './types.ts';

const WINDOW = 40;
type Filter = 'all' | 'pending' | 'done';

/**
 * The followers of a private message, ticked off one by one. Some hundreds stay smooth on a cheap phone: rows are
 * drawn as they are scrolled to, and a tick shows at once and is taken back if the server refuses it.
 */
class SiyuRecipients extends SiyuElement {
  static properties = {
    taskId: {},
    copy: {},
    editable: { type: Boolean },
    recipients: { state: true },
    problem: { state: true },
    search: { state: true },
    filter: { state: true },
    shown: { state: true },
  };
  declare taskId: string;
  declare copy: string | null;
  declare editable: boolean;
  declare recipients: Recipient[] | undefined;
  declare problem: unknown;
  declare search: string;
  declare filter: Filter;
  declare shown: number;

  static styles = [
    controls,
    chips,
    css`
      :host { display: grid; gap: var(--s3); }
      .top { display: flex; align-items: baseline; justify-content: space-between; gap: var(--s2); }
      progress { width: 100%; height: 8px; accent-color: var(--brand); }
      .find { position: relative; }
      .find .icon { position: absolute; left: 12px; top: 12px; color: var(--ink-3); }
      .find input { padding-inline-start: 40px; }
      .filters { display: flex; gap: var(--s2); }
      .filters button { flex: 1; font-size: var(--text-s); padding: 0; }
      .filters button[aria-pressed='true'] { background: var(--brand-soft); border-color: var(--brand); color: var(--brand-strong); }
      ul { list-style: none; margin: 0; padding: 0; }
      li {
        display: flex; align-items: center; gap: var(--s1); min-height: 56px; border-top: 1px solid var(--line);
        content-visibility: auto; contain-intrinsic-size: auto 56px;
      }
      .name { flex: 1; min-width: 0; display: grid; }
      .name span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .sub { display: flex; gap: var(--s1); align-items: center; font-size: var(--text-xs); color: var(--ink-3); }
      .tick { border: 2px solid var(--line-strong); color: transparent; }
      .tick[aria-pressed='true'] { background: var(--brand); border-color: var(--brand); color: #fff; }
      .tick[aria-pressed='true']:hover:not(:disabled) { background: var(--brand-strong); }
      .fail { color: var(--ink-3); }
      .fail[aria-pressed='true'] { background: var(--red-soft); color: var(--red); }
    `,
  ];

  private saving = new Map<string, RecipientState>();
  private chosen: Set<string> | undefined;
  private sentinel?: IntersectionObserver;

  constructor() {
    super();
    this.search = '';
    this.filter = 'all';
    this.shown = WINDOW;
    this.editable = false;
    this.copy = null;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sentinel?.disconnect();
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    const read: Recipient[] = [];
    try {
      await listRecipients(this.taskId, (page) => {
        read.push(...page);
        this.recipients = [...read];
        this.report();
      });
    } catch (e) {
      this.problem = e;
    }
  }

  private report(): void {
    const pending = (this.recipients ?? []).filter((r) => r.state === 'PENDING').length;
    this.tell('progress', { pending, total: this.recipients?.length ?? 0 });
  }

  private set(followerId: string, state: RecipientState): void {
    this.recipients = this.recipients!.map((r) => (r.followerId === followerId ? { ...r, state } : r));
    this.report();
  }

  private async mark(recipient: Recipient, state: RecipientState): Promise<void> {
    const id = recipient.followerId;
    if (this.saving.has(id)) {
      return;
    }
    const before = recipient.state;
    this.saving.set(id, state);
    this.set(id, state);
    try {
      await tick(this.taskId, id, state);
    } catch (e) {
      this.set(id, before);
      toastProblem(e, () => void this.mark({ ...recipient, state: before }, state));
    } finally {
      this.saving.delete(id);
    }
  }

  /** A row that was just ticked stays where it is until another filter is chosen. */
  private choose(filter: Filter): void {
    this.filter = filter;
    const wanted = (r: Recipient) => (filter === 'pending') === (r.state === 'PENDING');
    this.chosen = filter === 'all' ? undefined : new Set(this.recipients!.filter(wanted).map((r) => r.followerId));
    this.shown = WINDOW;
  }

  private visible(): Recipient[] {
    const text = this.search.trim().toLowerCase();
    return this.recipients!.filter(
      (r) =>
        (!this.chosen || this.chosen.has(r.followerId)) &&
        (!text || `${r.remark ?? ''} ${r.platformId ?? ''}`.toLowerCase().includes(text)),
    );
  }

  protected updated(): void {
    const end = this.renderRoot.querySelector('.end');
    this.sentinel?.disconnect();
    if (end) {
      this.sentinel = new IntersectionObserver(
        (entries) => entries.some((e) => e.isIntersecting) && (this.shown += WINDOW),
        { rootMargin: '600px' },
      );
      this.sentinel.observe(end);
    }
  }

  render() {
    if (!this.recipients) {
      return this.problem
        ? html`<p class="error" role="alert">${explain(this.problem)}</p>
            <button @click=${() => this.load()}>${t('action.retry')}</button>`
        : html`<p class="muted">${t('state.loading')}</p>`;
    }
    const total = this.recipients.length;
    const done = this.recipients.filter((r) => r.state !== 'PENDING').length;
    const visible = this.visible();
    return html`<div class="top"><h2>${t('recipients.title')}</h2>
        <strong aria-live="polite">${t('recipients.progress', { done, total })}</strong></div>
      <progress max=${total || 1} value=${done} aria-label=${t('recipients.title')}></progress>
      <div class="find">${icons.search}<input type="search" .value=${this.search} aria-label=${t('recipients.search')}
        placeholder=${t('recipients.search')} @input=${this.find}></div>
      <div class="filters" role="group" aria-label=${t('recipients.filter')}>
        ${(['all', 'pending', 'done'] as const).map(
          (filter) => html`<button aria-pressed=${filter === this.filter} @click=${() => this.choose(filter)}>
            ${t(`recipients.${filter}`)}</button>`,
        )}
      </div>
      ${visible.length ? nothing : html`<p class="muted">${t('recipients.none')}</p>`}
      <ul>${repeat(visible.slice(0, this.shown), (r) => r.followerId, (r) => this.row(r))}</ul>
      ${visible.length > this.shown ? html`<div class="end"></div>` : nothing}
      ${this.problem ? html`<p class="error" role="alert">${explain(this.problem)}</p>` : nothing}`;
  }

  private find(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
    this.shown = WINDOW;
  }

  private row(r: Recipient) {
    const name = r.remark || r.platformId || t('recipients.nameless');
    const isSent = r.state === 'SENT';
    const isFailed = r.state === 'FAILED';
    const text = r.copy ?? this.copy;
    return html`<li>
      <div class="name"><span>${name}</span>
        <div class="sub">${r.tier ? html`<span>${word('tier', r.tier)}</span>` : nothing}
          ${r.state === 'PENDING' ? nothing : html`<span>· ${word('recipientState', r.state)}</span>`}</div></div>
      ${text
        ? html`<button class="quiet square" aria-label=${t('recipients.copyFor', { name })} @click=${() => copyText(text)}>
            ${icons.copy}</button>`
        : nothing}
      ${this.editable
        ? html`<button class="quiet square fail" aria-pressed=${isFailed} aria-label=${t('recipients.failedFor', { name })}
              @click=${() => this.mark(r, isFailed ? 'PENDING' : 'FAILED')}>${icons.close}</button>
            <button class="square tick" aria-pressed=${isSent} aria-label=${t('recipients.sentFor', { name })}
              @click=${() => this.mark(r, isSent ? 'PENDING' : 'SENT')}>${icons.check}</button>`
        : nothing}
    </li>`;
  }
}

customElements.define('siyu-recipients', SiyuRecipients);

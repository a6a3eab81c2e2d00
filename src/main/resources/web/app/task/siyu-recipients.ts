import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { explain } from '../base/problems.ts';
import { copyText, toastProblem } from '../base/siyu-toasts.ts';
import { chips, controls } from '../base/styles.ts';
import { t, word } from './messages.ts';
import { moment, serverNow } from '../base/time.ts';
import { listRecipients, report, type RecipientReport } from './tasks.ts';
import type { Recipient, RecipientOutcome, RecipientState } from './types.ts';

const WINDOW = 40;
type Filter = 'all' | 'pending' | 'done';

/** What a press says, and what is shown at once: the state, the word on the button. */
interface Choice {
  outcome: RecipientOutcome;
  reason?: string;
  state: RecipientState;
  label: string;
}

const NOT_SENT: Choice[] = [
  { outcome: 'FAILED', reason: 'DELETED_ME', state: 'FAILED', label: 'DELETED_ME' },
  { outcome: 'FAILED', reason: 'NOT_DELIVERED', state: 'FAILED', label: 'NOT_DELIVERED' },
  { outcome: 'SKIPPED', reason: 'BAD_TIME', state: 'SKIPPED', label: 'BAD_TIME' },
  { outcome: 'OPT_OUT', state: 'SKIPPED', label: 'OPT_OUT' },
];
const AFTER_SENT: Choice[] = [
  { outcome: 'REPLIED', state: 'SENT', label: 'REPLIED' },
  { outcome: 'BOUGHT', state: 'SENT', label: 'BOUGHT' },
  { outcome: 'OPT_OUT', state: 'SENT', label: 'OPT_OUT' },
];

/**
 * The followers of a private message, ticked off one by one. Some hundreds stay smooth on a cheap phone: rows are
 * drawn as they are scrolled to, and a tick shows at once and is taken back if the server refuses it.
 */
class SiyuRecipients extends SiyuElement {
  static properties = {
    taskId: {},
    editable: { type: Boolean },
    zone: {},
    asking: { state: true },
    recipients: { state: true },
    problem: { state: true },
    search: { state: true },
    filter: { state: true },
    shown: { state: true },
  };
  declare taskId: string;
  declare editable: boolean;
  declare zone: string;
  /** The follower of whom it is being said what became of the message. */
  declare asking: string | undefined;
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
        display: flex; flex-wrap: wrap; align-items: center; gap: var(--s1); min-height: 56px; border-top: 1px solid var(--line);
        content-visibility: auto; contain-intrinsic-size: auto 56px;
      }
      .name { flex: 1; min-width: 0; display: grid; }
      .name span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .sub { display: flex; gap: var(--s1); align-items: center; font-size: var(--text-xs); color: var(--ink-3); }
      .tick { border: 2px solid var(--line-strong); color: transparent; }
      .tick[aria-pressed='true'] { background: var(--brand); border-color: var(--brand); color: #fff; }
      .tick[aria-pressed='true']:hover:not(:disabled) { background: var(--brand-strong); }
      .fail { color: var(--ink-3); }
      .choices { flex-basis: 100%; display: flex; flex-wrap: wrap; gap: var(--s2); padding-bottom: var(--s2); }
      .choices button { font-size: var(--text-s); border-radius: 999px; }
      .blocked { color: var(--amber); white-space: normal; }
      .fail[aria-pressed='true'] { background: var(--red-soft); color: var(--red); }
    `,
  ];

  private saving = new Set<string>();
  private chosen: Set<string> | undefined;
  private sentinel?: IntersectionObserver;

  constructor() {
    super();
    this.search = '';
    this.filter = 'all';
    this.shown = WINDOW;
    this.editable = false;
    this.zone = 'Asia/Shanghai';
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
        this.count();
      });
    } catch (e) {
      this.problem = e;
    }
  }

  private count(): void {
    const pending = (this.recipients ?? []).filter((r) => r.state === 'PENDING').length;
    this.tell('progress', { pending, total: this.recipients?.length ?? 0 });
  }

  private set(recipient: Recipient): void {
    this.recipients = this.recipients!.map((r) => (r.followerId === recipient.followerId ? recipient : r));
    this.count();
  }

  private say(recipient: Recipient, { outcome, reason, state }: Choice): void {
    this.asking = undefined;
    // Whoever writes to a follower at the limit was told so: this says that it has happened.
    const happened = recipient.blocked && state === 'SENT' ? true : undefined;
    void this.send(recipient, { outcome, reason, at: new Date(serverNow()).toISOString(), happened }, state);
  }

  /** Said again after a failure, it still happened when it did. */
  private async send(recipient: Recipient, said: RecipientReport, state: RecipientState): Promise<void> {
    const id = recipient.followerId;
    if (this.saving.has(id)) {
      return;
    }
    this.saving.add(id);
    this.set({ ...recipient, state, outcome: said.outcome });
    try {
      this.set(await report(this.taskId, id, said));
    } catch (e) {
      this.set(recipient);
      toastProblem(e, () => void this.send(recipient, said, state));
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
    const isOther = r.state === 'FAILED' || r.state === 'SKIPPED';
    const back: Choice = { outcome: 'PENDING', state: 'PENDING', label: '' };
    const sent: Choice = { outcome: 'SENT', state: 'SENT', label: '' };
    const ask = () => (this.asking = this.asking === r.followerId ? undefined : r.followerId);
    return html`<li>
      <div class="name"><span>${name}</span>
        <div class="sub">${r.tier ? html`<span>${word('tier', r.tier)}</span>` : nothing}
          ${r.state === 'PENDING' ? nothing : html`<span>· ${this.became(r)}</span>`}</div>
        ${r.blocked ? html`<div class="sub blocked">${this.why(r.blocked)}</div>` : nothing}</div>
      ${r.copy
        ? html`<button class="quiet square" aria-label=${t('recipients.copyFor', { name })} @click=${() => copyText(r.copy!)}>
            ${icons.copy}</button>`
        : nothing}
      ${this.editable
        ? html`<button class="quiet square fail" aria-pressed=${isOther} aria-label=${t('recipients.otherFor', { name })}
              @click=${() => (isOther && r.outcome !== 'OPT_OUT' && r.outcome ? this.say(r, back) : ask())}>${icons.close}</button>
            <button class="square tick" aria-pressed=${isSent}
              aria-label=${t(r.blocked ? 'recipients.happenedFor' : 'recipients.sentFor', { name })}
              @click=${() => this.say(r, isSent ? back : sent)}>${icons.check}</button>`
        : nothing}
      ${this.editable && this.asking === r.followerId
        ? html`<div class="choices" role="group" aria-label=${t('recipients.otherFor', { name })}>
            ${(isSent ? AFTER_SENT : NOT_SENT).map(
              (choice) => html`<button @click=${() => this.say(r, choice)}>${word('recipientSays', choice.label)}</button>`,
            )}</div>`
        : nothing}
    </li>`;
  }

  /** What was said last tells more than the state. */
  private became(r: Recipient): string {
    return r.outcome === 'REPLIED' || r.outcome === 'BOUGHT' || r.outcome === 'OPT_OUT'
      ? word('recipientSays', r.outcome)
      : word('recipientState', r.state);
  }

  private why({ limit, allowed, since, until }: NonNullable<Recipient['blocked']>): string {
    const time = (at: string | null) => (at ? moment(at, this.zone, serverNow()) : '—');
    return limit === 'OPTED_OUT'
      ? t('recipients.optedOut', { since: time(since) })
      : t('recipients.atLimit', { n: allowed, since: time(since), until: time(until) });
  }
}

customElements.define('siyu-recipients', SiyuRecipients);

import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { explain, isRefusal } from '../base/problems.ts';
import { copyText, toast, toastBad, toastProblem } from '../base/siyu-toasts.ts';
import { chips, controls, states } from '../base/styles.ts';
import { clockTime, moment } from '../base/time.ts';
import { revealContact } from '../buyer/reveals.ts';
import type { Contact } from '../buyer/types.ts';
import { variableStyles, withVariables } from '../content/variables.ts';
import type { Session } from '../staff/session.ts';
import { t, word } from './messages.ts';
import { headStyles, taskHead } from './siyu-task-card.ts';
import type { Form } from './siyu-task-forms.ts';
import { claim, giveBack, isDoneElsewhere, readTask } from './tasks.ts';
import type { Media, Task } from './types.ts';
import './siyu-recipients.ts';
import './siyu-task-forms.ts';

/** One task, whole: what to send, to whom, how, and what came of it. */
class SiyuTask extends SiyuElement {
  static properties = {
    session: { attribute: false },
    taskId: {},
    live: { type: Number },
    now: { type: Number },
    task: { state: true },
    problem: { state: true },
    form: { state: true },
    pending: { state: true },
    total: { state: true },
    busy: { state: true },
    contact: { state: true },
  };
  declare session: Session;
  declare taskId: string;
  declare live: number;
  declare now: number;
  declare task: Task | undefined;
  declare problem: unknown;
  declare form: Form | undefined;
  /** Recipients not yet ticked off, and all. */
  declare pending: number;
  declare total: number;
  declare busy: boolean;
  declare contact: Contact | undefined;

  static styles = [
    controls,
    chips,
    states,
    headStyles,
    variableStyles,
    css`
      :host { display: block; padding-bottom: 148px; }
      .bar {
        position: sticky; top: 56px; z-index: 5; display: flex; align-items: center; gap: var(--s2); background: var(--page);
        padding: var(--s1) var(--s2);
      }
      .bar h1 { font-size: var(--text-l); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      main { display: grid; gap: var(--s3); padding: 0 var(--s3); }
      .panel {
        background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: var(--s4);
        box-shadow: var(--shadow-1); display: grid; gap: var(--s3); min-width: 0;
      }
      .panel .about { white-space: normal; }
      .panel h2 { font-size: var(--text-s); color: var(--ink-2); }
      .text { display: grid; gap: var(--s3); }
      .text .pre { font-size: 16px; line-height: 1.65; }
      .notes { background: var(--sunken); border-radius: var(--radius-s); padding: var(--s3); }
      .notice { background: var(--amber-soft); color: var(--amber); border-radius: var(--radius-s); padding: var(--s3); font-size: var(--text-s); }
      .media { display: grid; gap: var(--s2); list-style: none; padding: 0; margin: 0; }
      .media li { display: flex; gap: var(--s2); align-items: center; min-width: 0; overflow-wrap: anywhere; }
      dl { display: grid; grid-template-columns: auto 1fr; gap: var(--s1) var(--s4); margin: 0; }
      dt { color: var(--ink-3); } dd { margin: 0; overflow-wrap: anywhere; }
      .actions {
        position: fixed; inset: auto 0 0 0; z-index: 6; background: var(--surface); border-top: 1px solid var(--line);
        padding: var(--s2) var(--s3) calc(var(--s2) + env(safe-area-inset-bottom));
      }
      .inner { max-width: 696px; margin: 0 auto; display: grid; gap: var(--s2); }
      .minor { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: var(--s1); }
      .minor button { padding: 0; font-size: var(--text-s); gap: var(--s1); }
      .primary { font-size: var(--text-l); min-height: 48px; }
    `,
  ];

  constructor() {
    super();
    this.pending = 0;
    this.total = 0;
    this.busy = false;
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('taskId')) {
      this.task = undefined;
      this.contact = undefined;
      this.pending = 0;
      this.total = 0;
    }
    if (changed.has('taskId') || changed.has('live')) {
      void this.load();
    }
  }

  private async load(): Promise<void> {
    const id = this.taskId;
    try {
      const task = await readTask(id);
      if (id === this.taskId) {
        this.task = task;
        this.problem = undefined;
      }
    } catch (e) {
      this.problem = e;
    }
  }

  private async act(action: () => Promise<void>, said: string): Promise<void> {
    this.busy = true;
    try {
      await action();
      toast(said);
    } catch (e) {
      if (isRefusal(e, 'TASK_TAKEN')) {
        toastBad(t('task.taken'));
      } else {
        toastProblem(e, () => void this.act(action, said));
      }
    } finally {
      this.busy = false;
      this.tell('changed');
      await this.load();
    }
  }

  private done(event: CustomEvent<string>): void {
    const form = this.form;
    this.form = undefined;
    toast(event.detail);
    this.tell('changed');
    if (form === 'feedback') {
      return;
    }
    location.hash = '#/tasks';
  }

  render() {
    return html`<div class="bar">
        <a class="button quiet square" href="#/tasks" aria-label=${t('action.back')}>${icons.back}</a>
        <h1>${this.task ? this.task.title || word('kind', this.task.kind) : t('task.title')}</h1>
      </div>
      ${this.task ? this.body(this.task) : this.waiting()}`;
  }

  private waiting() {
    return this.problem
      ? html`<div class="state" role="alert">${icons.warn}<p>${explain(this.problem)}</p>
          <button @click=${() => this.load()}>${t('action.retry')}</button></div>`
      : html`<div class="state"><p>${t('state.loading')}</p></div>`;
  }

  private body(task: Task) {
    const zone = this.session.shop.timeZone;
    return html`<main>
        ${task.changeNote ? html`<p class="notice">${t('task.changed')} ${task.changeNote}</p>` : nothing}
        <div class="panel">${taskHead(task, zone, this.now)}${this.facts(task, zone)}</div>
        ${task.subject && task.subject.kind !== 'FEEDBACK'
          ? html`<a class="button" href="#${task.subject.link}">${t('task.subject')}</a>`
          : nothing}
        ${task.follower ? this.whom(task.follower.buyerId) : nothing}
        ${task.copy ? this.text(t('task.copy'), task.copy, this.isList(task) ? '' : t('taskAction.copyText')) : nothing}
        ${task.firstComment ? this.text(t('task.firstComment'), task.firstComment, t('taskAction.copyComment')) : nothing}
        ${task.staffNotes
          ? html`<div class="panel"><h2>${t('task.staffNotes')}</h2><p class="pre notes">${task.staffNotes}</p></div>`
          : nothing}
        ${task.media.length ? this.media(task.media) : nothing}
        ${this.isList(task)
          ? html`<div class="panel"><siyu-recipients .taskId=${task.id} .zone=${zone}
              .editable=${this.isMine(task)} @progress=${this.count}></siyu-recipients></div>`
          : nothing}
        ${this.outcome(task)}
      </main>
      ${this.actions(task)} ${this.form ? this.openForm(task, this.form) : nothing}`;
  }

  private isList(task: Task): boolean {
    return task.kind === 'PRIVATE' || task.kind === 'FOLLOW_UP';
  }

  private count(event: CustomEvent<{ pending: number; total: number }>): void {
    this.pending = event.detail.pending;
    this.total = event.detail.total;
  }

  private isMine(task: Task): boolean {
    return task.status === 'CLAIMED' && task.holder?.id === this.session.mine.staffId;
  }

  private facts(task: Task, zone: string) {
    return html`<dl>
      ${task.status === 'CLAIMED'
        ? html`<dt>${t('task.holder')}</dt>
            <dd>${this.isMine(task) ? t('task.me') : (task.holder?.displayName ?? '—')}
              ${task.leaseUntil ? html`<span class="muted">${t('task.lease', { time: clockTime(task.leaseUntil, zone) })}</span>` : nothing}</dd>`
        : nothing}
      <dt>${t('task.due')}</dt><dd>${moment(task.dueAt, zone, this.now)}</dd>
      ${task.snoozedUntil
        ? html`<dt>${t('task.snoozed')}</dt><dd>${moment(task.snoozedUntil, zone, this.now)}</dd>`
        : nothing}
    </dl>`;
  }

  /** The text of a private message is copied for each recipient, with the name filled in; it has no button. */
  private text(title: string, text: string, action: string) {
    return html`<div class="panel text"><h2>${title}</h2><p class="pre">${withVariables(text)}</p>
      ${action
        ? html`<button @click=${() => copyText(text)}>${icons.copy}${action}</button>`
        : html`<p class="hint">${t('task.copyEach')}</p>`}</div>`;
  }

  /** Whom to add. The contact shows only when asked for, because each look is recorded. */
  private whom(buyerId: string) {
    const contact = this.contact;
    if (!contact) {
      return html`<div class="panel"><h2>${t('task.contact')}</h2>
        <button ?disabled=${this.busy} @click=${() => this.reveal(buyerId)}>${t('task.reveal')}</button>
        <p class="hint">${t('task.revealNote')}</p></div>`;
    }
    return html`<div class="panel"><h2>${t('task.contact')}</h2>
      ${contact.phone || contact.email
        ? html`<dl>
            ${contact.name ? html`<dt>${t('task.name')}</dt><dd>${contact.name}</dd>` : nothing}
            ${contact.phone ? html`<dt>${t('task.phone')}</dt><dd>${contact.phone}</dd>` : nothing}
            ${contact.email ? html`<dt>${t('task.email')}</dt><dd>${contact.email}</dd>` : nothing}
          </dl>
          <button @click=${() => copyText(contact.phone ?? contact.email!)}>${icons.copy}${t('taskAction.copy')}</button>`
        : html`<p>${t('task.noContact')}</p>`}</div>`;
  }

  private async reveal(buyerId: string): Promise<void> {
    this.busy = true;
    try {
      this.contact = await revealContact(buyerId);
    } catch (e) {
      toastProblem(e, () => void this.reveal(buyerId));
    } finally {
      this.busy = false;
    }
  }

  private media(media: Media[]) {
    return html`<div class="panel"><h2>${t('task.media')}</h2><ul class="media">
      ${media.map((item) => html`<li>${item.type === 'VIDEO' ? icons.video : icons.image}
        <span>${item.note || word('media', item.type)}</span>
        ${item.url && /^https?:/.test(item.url)
          ? html`<a href=${item.url} target="_blank" rel="noopener noreferrer">${t('taskAction.openLink')}</a>`
          : nothing}</li>`)}
    </ul></div>`;
  }

  private outcome(task: Task) {
    const result = task.completion?.result ?? {};
    const rows = (['likes', 'comments', 'replies', 'note'] as const).filter((name) => result[name] != null && result[name] !== '');
    if (!task.reason && !rows.length) {
      return nothing;
    }
    return html`<div class="panel"><h2>${t('task.outcome')}</h2><dl>
      ${task.reason ? html`<dt>${t('task.reason')}</dt><dd>${task.reason}</dd>` : nothing}
      ${rows.map((name) => html`<dt>${t(`result.${name}`)}</dt><dd>${result[name]}</dd>`)}
    </dl></div>`;
  }

  private actions(task: Task) {
    const isMine = this.isMine(task);
    if (task.status !== 'OPEN' && !isMine) {
      return html`<div class="actions"><div class="inner"><div class="minor">${this.feedbackButton()}</div></div></div>`;
    }
    return html`<div class="actions"><div class="inner">
      <div class="minor">
        ${isMine ? this.minor(icons.back, t('taskAction.giveBack'), () => this.act(() => giveBack(task.id), t('task.givenBack'))) : nothing}
        ${this.minor(icons.clock, t('taskAction.snooze'), () => (this.form = 'snooze'))}
        ${this.minor(icons.skip, t('taskAction.skip'), () => (this.form = 'skip'))}
        ${this.feedbackButton()}
      </div>
      ${isDoneElsewhere(task) ? nothing : this.mainAction(task, isMine)}
    </div></div>`;
  }

  private mainAction(task: Task, isMine: boolean) {
    if (!isMine) {
      return html`<button class="primary" ?disabled=${this.busy}
        @click=${() => this.act(() => claim(task.id), t('task.claimed'))}>${t('taskAction.claim')}</button>`;
    }
    return html`<button class="primary" @click=${() => (this.form = 'complete')}>${icons.check}${this.total
      ? t('taskAction.completeOf', { done: this.total - this.pending, total: this.total })
      : t('taskAction.complete')}</button>`;
  }

  private minor(icon: unknown, label: string, action: () => void) {
    return html`<button class="quiet" ?disabled=${this.busy} @click=${action}>${icon}${label}</button>`;
  }

  private feedbackButton() {
    return this.minor(icons.feedback, t('taskAction.feedback'), () => (this.form = 'feedback'));
  }

  private openForm(task: Task, form: Form) {
    const close = () => (this.form = undefined);
    return html`<siyu-task-form .form=${form} .task=${task} .pending=${this.pending} .total=${this.total}
      .zone=${this.session.shop.timeZone} @dismissed=${close} @done=${this.done}></siyu-task-form>`;
  }
}

customElements.define('siyu-task', SiyuTask);

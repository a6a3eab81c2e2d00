import { css, html, nothing } from 'lit';
import { newKey } from '../base/api.ts';
import { draftOf, dropDraft, keepDraft } from '../base/drafts.ts';
import { SiyuElement } from '../base/element.ts';
import { explain } from '../base/problems.ts';
import { controls } from '../base/styles.ts';
import { moment, serverNow } from '../base/time.ts';
import { FEEDBACK_KINDS, report } from '../feedback/feedback.ts';
import { t, word } from './messages.ts';
import { complete, type Completion, skip, snooze } from './tasks.ts';
import type { Task, TaskKind, TaskResult } from './types.ts';
import '../base/siyu-dialog.ts';

export type Form = 'complete' | 'skip' | 'snooze' | 'feedback';
const COUNTS = ['likes', 'comments', 'replies'] as const;
const SKIP_REASONS = ['skipReason.holiday', 'skipReason.duplicate', 'skipReason.unsuitable', 'skipReason.blocked'] as const;
const SNOOZES = [30, 60, 120];
const MINUTE = 60_000;

/** What is typed into a form; all forms share one shape, each uses some of it. */
interface Draft {
  numbers: Record<string, string>;
  text: string;
  kind: string;
  outcome: 'INVITED' | 'ADDED';
  minutes: number;
  /** Why recipients are left. */
  rest: string;
  key: string;
}

/** The form behind each action on a task. What is typed stays until it is sent. Fires `done` with what to say. */
class SiyuTaskForm extends SiyuElement {
  static properties = {
    form: {},
    task: { attribute: false },
    pending: { type: Number },
    total: { type: Number },
    zone: {},
    draft: { state: true },
    busy: { state: true },
    problem: { state: true },
    invalid: { state: true },
  };
  declare form: Form;
  declare task: Task;
  declare pending: number;
  declare total: number;
  declare zone: string;
  declare draft: Draft;
  declare busy: boolean;
  declare problem: unknown;
  declare invalid: string;

  static styles = [
    controls,
    css`
      form { display: grid; gap: var(--s4); }
      .numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(96px, 1fr)); gap: var(--s3); }
      .choices { display: flex; flex-wrap: wrap; gap: var(--s2); }
      .choices button { font-weight: 500; font-size: var(--text-s); border-radius: 999px; }
      .choices button[aria-pressed='true'] { background: var(--brand-soft); border-color: var(--brand); color: var(--brand-strong); }
      .confirm { background: var(--amber-soft); color: var(--amber); padding: var(--s3); border-radius: var(--radius-s); }
    `,
  ];

  private get draftKey(): string {
    return ['task', this.task.id, this.form].join('.');
  }

  willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('form')) {
      const empty: Draft = { numbers: {}, text: '', kind: '', outcome: 'INVITED', minutes: 30, rest: '', key: newKey() };
      this.draft = { ...empty, ...draftOf<Draft>(this.draftKey) };
      this.invalid = '';
    }
  }

  private change(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
    this.invalid = '';
    keepDraft(this.draftKey, this.draft);
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    this.invalid = this.complaint();
    if (this.invalid || this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      const said = await this.submit();
      dropDraft(this.draftKey);
      this.tell('done', said);
    } catch (e) {
      this.problem = e;
    } finally {
      this.busy = false;
    }
  }

  private complaint(): string {
    const { form, draft } = this;
    if (form === 'skip' && !draft.text.trim()) {
      return t('form.needReason');
    }
    if (form === 'feedback' && !draft.kind) {
      return t('form.needKind');
    }
    if (form === 'feedback' && !draft.text.trim()) {
      return t('dialog.needText');
    }
    return form === 'complete' && this.pending > 0 && !draft.rest.trim() ? t('form.needRest') : '';
  }

  private async submit(): Promise<string> {
    const { task, draft } = this;
    const text = draft.text.trim();
    switch (this.form) {
      case 'complete':
        await complete(task.id, this.completed());
        return t('task.completed');
      case 'skip':
        await skip(task.id, text);
        return t('task.skipped');
      case 'snooze':
        await snooze(task.id, this.until());
        return t('task.snoozedUntil', { time: moment(this.until(), this.zone, serverNow()) });
      case 'feedback':
        await report(task, draft.kind, text, draft.key);
        return t('feedback.sent');
    }
  }

  private completed(): Completion {
    return {
      at: new Date(serverNow()).toISOString(),
      scriptVersion: this.task.scriptVersion ?? undefined,
      result: this.result(),
      restReason: this.pending > 0 ? this.draft.rest.trim() : undefined,
    };
  }

  private result(): TaskResult {
    const result: TaskResult = {};
    for (const name of this.counts()) {
      const typed = this.draft.numbers[name];
      if (typed) {
        result[name] = Number(typed);
      }
    }
    if (this.draft.text.trim()) {
      result.note = this.draft.text.trim();
    }
    if (this.task.kind === 'ADD_FRIEND') {
      result.outcome = this.draft.outcome;
    }
    return result;
  }

  private counts(): readonly ('likes' | 'comments' | 'replies')[] {
    const byKind: Partial<Record<TaskKind, readonly string[]>> = {
      MOMENT: ['likes', 'comments'], GROUP: ['replies'], PRIVATE: ['replies'], WELCOME: ['replies'], FOLLOW_UP: ['replies'],
    };
    return COUNTS.filter((name) => byKind[this.task.kind]?.includes(name));
  }

  private until(): string {
    return new Date(serverNow() + this.draft.minutes * MINUTE).toISOString();
  }

  render() {
    return html`<siyu-dialog .heading=${t(`form.${this.form}`)} @dismissed=${() => this.tell('dismissed')}>
      <form id="form" @submit=${this.send}>
        ${this.fields()}
        ${this.invalid ? html`<p class="error" role="alert">${this.invalid}</p>` : nothing}
        ${this.problem ? html`<p class="error" role="alert">${explain(this.problem)} ${t('form.kept')}</p>` : nothing}
      </form>
      <button slot="actions" @click=${() => this.tell('dismissed')}>${t('action.cancel')}</button>
      <button slot="actions" class="primary" ?disabled=${this.busy} @click=${this.send}>
        ${this.busy ? t('state.sending') : t(`form.${this.form}.submit`)}</button>
    </siyu-dialog>`;
  }

  private fields() {
    switch (this.form) {
      case 'complete':
        return this.completion();
      case 'skip':
        return html`<div class="choices">${SKIP_REASONS.map((key) => this.choice(t(key), this.draft.text === t(key), () => this.change({ text: t(key) })))}</div>
          ${this.textField(t('dialog.reason'), 500)}`;
      case 'snooze':
        return html`<div class="choices">${SNOOZES.map((minutes) =>
            this.choice(t('form.snoozeFor', { n: minutes }), this.draft.minutes === minutes, () => this.change({ minutes })))}</div>
          <p class="hint">${t('form.snoozeHint', { time: moment(this.until(), this.zone, serverNow()) })}</p>`;
      case 'feedback':
        return html`<p class="hint">${t('feedback.hint')}</p>
          <div class="choices" role="group" aria-label=${t('feedback.kind')}>${FEEDBACK_KINDS.map((kind) =>
            this.choice(word('feedbackKind', kind), this.draft.kind === kind, () => this.change({ kind })))}</div>
          ${this.textField(t('feedback.text'), 4000)}`;
    }
  }

  private completion() {
    return html`${this.total
        ? html`<p>${t('recipients.progress', { done: this.total - this.pending, total: this.total })}</p>`
        : nothing}
      ${this.task.kind === 'ADD_FRIEND'
        ? html`<div class="choices" role="group" aria-label=${t('form.outcome')}>
            ${(['INVITED', 'ADDED'] as const).map((outcome) =>
              this.choice(word('outcome', outcome), this.draft.outcome === outcome, () => this.change({ outcome })))}</div>`
        : nothing}
      ${this.counts().length
        ? html`<div class="numbers">${this.counts().map((name) => this.numberField(name))}</div>`
        : nothing}
      ${this.textField(t('form.note'), 2000)}
      ${this.pending > 0
        ? html`<div class="field confirm"><label for="rest">${t('form.missed', { n: this.pending })}</label>
            <textarea id="rest" maxlength="500" .value=${this.draft.rest}
              @input=${(e: Event) => this.change({ rest: (e.target as HTMLTextAreaElement).value })}></textarea></div>`
        : nothing}`;
  }

  private choice(label: string, chosen: boolean, choose: () => void) {
    return html`<button type="button" aria-pressed=${chosen} @click=${choose}>${label}</button>`;
  }

  private numberField(name: (typeof COUNTS)[number]) {
    return html`<div class="field"><label for=${name}>${t(`result.${name}`)}</label>
      <input id=${name} type="number" inputmode="numeric" min="0" max="1000000" step="1"
        .value=${this.draft.numbers[name] ?? ''} @input=${(e: Event) =>
          this.change({ numbers: { ...this.draft.numbers, [name]: (e.target as HTMLInputElement).value.replace(/\D/g, '') } })}></div>`;
  }

  private textField(label: string, most: number) {
    return html`<div class="field"><label for="text">${label}</label>
      <textarea id="text" maxlength=${most} .value=${this.draft.text}
        @input=${(e: Event) => this.change({ text: (e.target as HTMLTextAreaElement).value })}></textarea></div>`;
  }
}

customElements.define('siyu-task-form', SiyuTaskForm);

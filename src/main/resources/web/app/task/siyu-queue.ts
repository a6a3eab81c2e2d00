import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { explain, isRefusal } from '../base/problems.ts';
import { toast, toastBad, toastProblem } from '../base/siyu-toasts.ts';
import { controls, states } from '../base/styles.ts';
import { dayOf, serverNow } from '../base/time.ts';
import type { Session } from '../staff/session.ts';
import { watchQueue } from './live.ts';
import { t, word } from './messages.ts';
import { isOverdue } from './siyu-task-card.ts';
import { claim, CLOSED, listTasks, readTask, VIEWS, type View } from './tasks.ts';
import type { Task, TaskKind, TaskStatus } from './types.ts';
import './siyu-task-card.ts';
import './siyu-requests.ts';
import './siyu-task.ts';

const KINDS: TaskKind[] = [
  'MOMENT', 'GROUP', 'PRIVATE', 'ADD_FRIEND', 'WELCOME', 'FOLLOW_UP', 'PREPARE', 'REVIEW', 'ACKNOWLEDGE', 'ANSWER_FEEDBACK',
];
const CLOCK_MS = 30_000;

/** The task queue of who is logged in: a list for each stage of the work, and one task's page on top of it. */
class SiyuQueue extends SiyuElement {
  static properties = {
    session: { attribute: false },
    taskId: { attribute: false },
    view: { state: true },
    kind: { state: true },
    tasks: { state: true },
    next: { state: true },
    loading: { state: true },
    problem: { state: true },
    closed: { state: true },
    now: { state: true },
    live: { state: true },
  };
  declare session: Session;
  declare taskId: string | null;
  declare view: View;
  declare kind: TaskKind | '';
  declare tasks: Task[] | undefined;
  declare next: string | null;
  declare loading: boolean;
  declare problem: unknown;
  declare closed: TaskStatus;
  declare now: number;
  declare live: number;

  static styles = [
    controls,
    states,
    css`
      :host { display: block; max-width: 720px; margin: 0 auto; }
      .bar {
        position: sticky; top: 56px; z-index: 5; background: var(--page); padding: var(--s2) var(--s3) var(--s2);
      }
      [role='tablist'] {
        display: grid; grid-auto-columns: 1fr; grid-auto-flow: column; background: var(--grey-soft); padding: 3px;
        border-radius: 11px;
      }
      [role='tab'] {
        border: 0; background: transparent; border-radius: 9px; padding: 0 var(--s1); color: var(--ink-2); min-height: 44px;
      }
      [role='tab'][aria-selected='true'] { background: var(--surface); color: var(--ink); box-shadow: var(--shadow-1); }
      .kinds { display: flex; gap: var(--s2); overflow-x: auto; padding: var(--s2) 0 2px; scrollbar-width: none; }
      .kinds button { border-radius: 999px; font-size: var(--text-s); font-weight: 500; padding: 0 14px; flex: none; }
      .kinds button[aria-pressed='true'] { background: var(--brand-soft); border-color: var(--brand); color: var(--brand-strong); }
      section { padding: 0 var(--s3) 96px; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s3); }
      section > h2 { font-size: var(--text-s); color: var(--ink-2); padding: var(--s2) var(--s1) 0; }
      section > h2.late { color: var(--red); }
      .skeleton { height: 132px; }
      .stale { display: flex; align-items: center; gap: var(--s2); padding: var(--s2) var(--s3); border-radius: var(--radius-s);
        background: var(--amber-soft); color: var(--amber); font-size: var(--text-s); }
      .stale button { margin-inline-start: auto; }
    `,
  ];

  private stop: (() => void)[] = [];
  private asked = 0;

  constructor() {
    super();
    this.view = 'open';
    this.kind = '';
    this.next = null;
    this.loading = false;
    this.closed = 'DONE';
    this.taskId = null;
    this.now = serverNow();
    this.live = 0;
  }

  connectedCallback(): void {
    super.connectedCallback();
    const clock = setInterval(() => (this.now = serverNow()), CLOCK_MS);
    this.stop = [
      () => clearInterval(clock),
      watchQueue(() => {
        this.live++;
        void this.load();
      }),
    ];
    void this.load();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop.forEach((stop) => stop());
  }

  private async load(after: string | null = null): Promise<void> {
    const asked = ++this.asked;
    this.loading = true;
    try {
      const { view, kind, closed } = this;
      const page = await listTasks({ shop: this.session.shop.id, view, kind, closed, after });
      if (asked !== this.asked) {
        return;
      }
      this.tasks = after ? [...(this.tasks ?? []), ...page.items] : page.items;
      this.next = page.next;
      this.problem = undefined;
    } catch (e) {
      if (asked === this.asked) {
        this.problem = e;
      }
    } finally {
      this.loading = asked !== this.asked;
      this.now = serverNow();
    }
  }

  private show(filter: { view?: View; kind?: TaskKind | ''; closed?: TaskStatus }): void {
    Object.assign(this, filter);
    this.tasks = undefined;
    this.next = null;
    this.problem = undefined;
    void this.load();
  }

  private async take(task: Task): Promise<void> {
    try {
      await claim(task.id);
      toast(t('task.claimed'));
      location.hash = `#/tasks/${task.id}`;
    } catch (e) {
      if (isRefusal(e, 'TASK_TAKEN', 'STATE_CONFLICT')) {
        await this.sayWhoTookIt(task);
      } else {
        toastProblem(e, () => void this.take(task));
      }
    }
    void this.load();
  }

  private async sayWhoTookIt(task: Task): Promise<void> {
    const current = await readTask(task.id).catch(() => undefined);
    const holder = current?.holder?.displayName;
    toastBad(holder ? t('task.takenBy', { name: holder }) : t('task.taken'));
  }

  render() {
    if (this.taskId) {
      return html`<siyu-task .session=${this.session} .taskId=${this.taskId} .live=${this.live}
        .now=${this.now} @changed=${() => this.load()}></siyu-task>`;
    }
    return html`<div class="bar">
        <div role="tablist" aria-label=${t('queue.title')}>
          ${VIEWS.map(
            (view) => html`<button role="tab" id="tab-${view}" aria-controls="list" aria-selected=${view === this.view}
              @click=${() => this.show({ view, kind: '' })}>${t(`view.${view}`)}</button>`,
          )}
        </div>
        ${this.filters()}
      </div>
      <section id="list" role="tabpanel" aria-labelledby="tab-${this.view}" aria-busy=${this.loading}>
        ${this.view === 'open' ? html`<siyu-requests .session=${this.session}></siyu-requests>` : nothing} ${this.list()}</section>`;
  }

  private filters() {
    const chip = (label: string, chosen: boolean, choose: () => void) =>
      html`<button aria-pressed=${chosen} @click=${choose}>${label}</button>`;
    return html`<div class="kinds" role="group" aria-label=${t('queue.kinds')}>
      ${this.view === 'closed'
        ? CLOSED.map((closed) => chip(word('taskStatus', closed), closed === this.closed, () => this.show({ closed })))
        : (['', ...KINDS] as const).map((kind) =>
            chip(kind ? word('kind', kind) : t('kind.all'), kind === this.kind, () => this.show({ kind })))}
    </div>`;
  }

  private list() {
    if (!this.tasks) {
      return this.problem ? this.failed() : [0, 1, 2].map(() => html`<div class="skeleton"></div>`);
    }
    return html`${this.problem ? this.stale() : nothing}
      ${this.tasks.length ? this.groups() : this.empty()}
      ${this.next
        ? html`<button ?disabled=${this.loading} @click=${() => this.load(this.next)}>${t('action.more')}</button>`
        : nothing}`;
  }

  private groups() {
    const groups =
      this.view === 'open' || this.view === 'mine' ? this.byUrgency() : [{ name: '', tasks: this.inOrder(this.tasks!) }];
    return groups
      .filter((group) => group.tasks.length)
      .map(
        (group) => html`${group.name
            ? html`<h2 class=${group.name === 'late' ? 'late' : ''}>${word('urgency', group.name)} · ${group.tasks.length}</h2>`
            : nothing}
          ${repeat(group.tasks, (task) => task.id, (task) => this.card(task))}`,
      );
  }

  /** What is still to come by its beginning, what is over with the latest first. */
  private inOrder(tasks: Task[]): Task[] {
    return this.view === 'planned'
      ? [...tasks].sort((a, b) => a.opensAt.localeCompare(b.opensAt))
      : [...tasks].sort((a, b) => (b.closedAt ?? '').localeCompare(a.closedAt ?? ''));
  }

  private byUrgency(): { name: string; tasks: Task[] }[] {
    const zone = this.session.shop.timeZone;
    const today = dayOf(this.now, zone);
    const groupOf = (task: Task) =>
      isOverdue(task) ? 'late' : dayOf(task.dueAt, zone) <= today ? 'today' : 'later';
    return ['late', 'today', 'later'].map((name) => ({ name, tasks: this.tasks!.filter((task) => groupOf(task) === name) }));
  }

  private card(task: Task) {
    return html`<siyu-task-card .task=${task} .me=${this.session.mine.staffId} .zone=${this.session.shop.timeZone} .now=${this.now}
      @claim=${() => this.take(task)}></siyu-task-card>`;
  }

  private empty() {
    return html`<div class="state">${icons.tasks}
      <h2>${t(`empty.${this.view}.title`)}</h2><p>${t(`empty.${this.view}.text`)}</p></div>`;
  }

  private failed() {
    return html`<div class="state" role="alert">${icons.warn}<p>${explain(this.problem)}</p>
      <button @click=${() => this.load()}>${t('action.retry')}</button></div>`;
  }

  /** What was read before stays on the page while the network is away. */
  private stale() {
    return html`<div class="stale" role="status">${icons.warn}<span>${explain(this.problem)}</span>
      <button class="small" @click=${() => this.load()}>${t('action.retry')}</button></div>`;
  }
}

customElements.define('siyu-queue', SiyuQueue);

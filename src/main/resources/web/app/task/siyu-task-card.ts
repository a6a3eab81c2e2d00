import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { copyText } from '../base/siyu-toasts.ts';
import { chips, controls } from '../base/styles.ts';
import { dayOf, distance, moment } from '../base/time.ts';
import { kindColours, kindIcons } from '../content/kinds.ts';
import { variableStyles, withVariables } from '../content/variables.ts';
import { t, word } from './messages.ts';
import { isDoneElsewhere } from './tasks.ts';
import type { Task } from './types.ts';

/** What a task is, for whom and until when; shared by the list and the task's own page. */
export function taskHead(task: Task, zone: string, now: number) {
  const persona = task.account?.persona;
  return html`<div class="head">
    <span class="badge ${kindColours[task.kind]}">${kindIcons[task.kind]}</span>
    <div class="who">
      <div class="account">
        <strong>${task.account?.name ?? t('task.pool')}</strong>
        <span class="persona">${persona}</span>${due(task, zone, now)}
      </div>
      <div class="about">${[kindOf(task, zone, now), task.visibleTo, followerOf(task), campaignOf(task)].filter(Boolean).join(' · ')}</div>
    </div>
  </div>`;
}

/** Of a moment also which one of its day it is. */
function kindOf(task: Task, zone: string, now: number): string {
  if (!task.momentNo || !task.momentCount) {
    return word('kind', task.kind);
  }
  const isToday = dayOf(task.opensAt, zone) === dayOf(now, zone);
  return t(isToday ? 'task.momentToday' : 'task.momentOfDay', { no: task.momentNo, count: task.momentCount });
}

function campaignOf(task: Task): string {
  const { campaign } = task;
  return campaign ? [campaign.name, campaign.day ? word('day', `${campaign.day}`) : ''].filter(Boolean).join(' · ') : '';
}

function followerOf(task: Task): string {
  return task.follower?.remark || task.follower?.platformId || '';
}

export function isOverdue(task: Task): boolean {
  return task.overdue && isActive(task);
}

function isActive(task: Task): boolean {
  return task.status === 'OPEN' || task.status === 'CLAIMED';
}

function due(task: Task, zone: string, now: number) {
  if (isOverdue(task)) {
    return html`<span class="chip red">${t('task.late', { time: distance(Date.parse(task.dueAt), now) })}</span>`;
  }
  if (task.status === 'PLANNED') {
    return html`<span class="chip">${t('task.opens', { time: moment(task.opensAt, zone, now) })}</span>`;
  }
  if (isActive(task)) {
    return html`<span class="chip">${t('task.until', { time: moment(task.dueAt, zone, now) })}</span>`;
  }
  return html`<span class="chip ${task.status === 'DONE' ? 'green' : 'amber'}">${word('taskStatus', task.status)}</span>`;
}

export const headStyles = css`
  .head { display: flex; align-items: flex-start; gap: var(--s3); min-width: 0; }
  .badge { display: grid; place-items: center; width: 40px; height: 40px; border-radius: 12px; flex: none; }
  .who { flex: 1; min-width: 0; }
  .account { display: flex; gap: var(--s2); align-items: center; min-width: 0; }
  .account strong { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .persona {
    color: var(--ink-3); font-size: var(--text-s); overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
    flex: 1 1 0; min-width: 0;
  }
  .about {
    color: var(--ink-2); font-size: var(--text-s); overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
  }
`;

/** One task in the list: enough to decide, and to copy without opening it. */
class SiyuTaskCard extends SiyuElement {
  static properties = { task: { attribute: false }, me: {}, zone: {}, now: { type: Number } };
  declare task: Task;
  /** The staff id of who looks at it. */
  declare me: string;
  declare zone: string;
  declare now: number;

  static styles = [
    controls,
    chips,
    headStyles,
    variableStyles,
    css`
      :host { display: block; }
      article {
        position: relative; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius);
        box-shadow: var(--shadow-1); padding: var(--s3); display: grid; gap: var(--s2);
      }
      .open { position: absolute; inset: 0; border-radius: var(--radius); }
      .copy {
        color: var(--ink); display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden;
        overflow-wrap: anywhere; white-space: pre-line;
      }
      .row { display: flex; gap: var(--s2); align-items: center; }
      .row button, .row .button { position: relative; }
      .grow { flex: 1; }
      .progress { font-size: var(--text-s); color: var(--ink-2); flex: 1; display: grid; gap: var(--s1); }
      progress { width: 100%; height: 6px; accent-color: var(--brand); }
      .changed { font-size: var(--text-s); color: var(--amber); }
    `,
  ];

  render() {
    const { task } = this;
    return html`<article>
      <a class="open" href="#/tasks/${task.id}" aria-label=${t('task.show', { name: task.title ?? word('kind', task.kind) })}></a>
      ${taskHead(task, this.zone, this.now)}
      ${task.copy ? html`<p class="copy">${withVariables(task.copy)}</p>` : nothing}
      ${task.changeNote ? html`<p class="changed">${t('task.changed')}</p>` : nothing}
      ${this.actions()}
    </article>`;
  }

  private actions() {
    const { task } = this;
    return html`<div class="row">
      ${task.recipientCounts?.total ? this.progress() : html`<span class="grow"></span>`}
      ${task.copy && task.kind !== 'PRIVATE' && task.kind !== 'FOLLOW_UP'
        ? html`<button class="quiet" @click=${() => copyText(task.copy!)}>${icons.copy}${t('taskAction.copy')}</button>`
        : nothing}
      ${this.mainAction()}
    </div>`;
  }

  private mainAction() {
    const { task } = this;
    if (task.status === 'OPEN' && isDoneElsewhere(task)) {
      return html`<a class="button primary" href="#/tasks/${task.id}">${t('taskAction.continue')}</a>`;
    }
    if (task.status === 'OPEN') {
      return html`<button class="primary" @click=${() => this.tell('claim', task)}>${t('taskAction.claim')}</button>`;
    }
    if (task.status !== 'CLAIMED') {
      return nothing;
    }
    return task.holder?.id === this.me
      ? html`<a class="button primary" href="#/tasks/${task.id}">${t('taskAction.continue')}</a>`
      : html`<span class="muted">${t('task.heldBy', { name: task.holder?.displayName ?? '' })}</span>`;
  }

  private progress() {
    const { total, pending } = this.task.recipientCounts!;
    return html`<div class="progress">
      <span>${t('recipients.progress', { done: total - pending, total })}</span>
      <progress max=${total} value=${total - pending} aria-label=${t('recipients.title')}></progress>
    </div>`;
  }
}

customElements.define('siyu-task-card', SiyuTaskCard);

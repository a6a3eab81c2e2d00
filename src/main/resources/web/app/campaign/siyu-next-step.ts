import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { chips, controls } from '../base/styles.ts';
import { moment, serverNow, shortDay } from '../base/time.ts';
import { isPlanner, type Session } from '../staff/session.ts';
import {
  fillSequence, learn, move, object, prepare, resolve, review, type CampaignFile,
} from './campaigns.ts';
import { gateInWords } from './gates.ts';
import { t, word } from './messages.ts';
import type { CampaignStatus, Objection, Preparation, PreparationState } from './types.ts';
import '../base/siyu-prompt.ts';
import './siyu-briefings.ts';

const PREPARATION_STATES: PreparationState[] = ['OPEN', 'DONE', 'NOT_NEEDED'];
/** Steps that people take; RUNNING and ENDED come by the clock. */
const BY_HAND: CampaignStatus[] = ['REVIEW', 'PREPARING', 'READY', 'CLOSED'];

interface Question {
  heading: string;
  label: string;
  submit: string;
  required: boolean;
  text?: string;
  action: (text: string) => Promise<void>;
}

/** What a campaign still needs for its next step, and the means to do it. Fires `act` with what to do and to say. */
class SiyuNextStep extends SiyuElement {
  static properties = { session: { attribute: false }, file: { attribute: false }, busy: { type: Boolean }, question: { state: true } };
  declare session: Session;
  declare file: CampaignFile;
  declare busy: boolean;
  declare question: Question | undefined;

  static styles = [
    controls,
    chips,
    css`
      :host { display: grid; gap: var(--s3); align-content: start; min-width: 0; }
      section { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: var(--s4); display: grid;
        gap: var(--s3); box-shadow: var(--shadow-1); min-width: 0; }
      h2 { font-size: var(--text-m); }
      ul { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--s2); }
      li { display: flex; gap: var(--s2); align-items: flex-start; min-width: 0; overflow-wrap: anywhere; }
      li > span:not(.chip) { flex: 1; min-width: 0; }
      .gates .icon { color: var(--amber); width: 18px; margin-top: 2px; }
      .met { color: var(--green); display: flex; gap: var(--s2); align-items: center; }
      .buttons { display: flex; flex-wrap: wrap; gap: var(--s2); }
      .buttons button { flex: 1 1 auto; }
      .sub { font-size: var(--text-s); color: var(--ink-3); display: block; }
      li select { width: auto; min-height: 36px; padding: 2px var(--s2); font-size: var(--text-s); }
      @media (max-width: 700px) { li select, .buttons button, li button.small { min-height: var(--touch); } }
      .prep { align-items: center; }
      .danger { justify-self: start; margin-inline-start: calc(-1 * var(--s3)); }
      .buttons .danger { margin: 0; }
    `,
  ];

  constructor() {
    super();
    this.busy = false;
  }

  private act(action: () => Promise<void>, said: string): void {
    this.tell('act', { action, said });
  }

  private get campaignId(): string {
    return this.file.campaign.id;
  }

  render() {
    const { status } = this.file.campaign;
    return html`${this.nextStep()}
      ${!['ENDED', 'CLOSED', 'CANCELLED', 'DRAFT'].includes(status) || this.file.objections.length ? this.reviews() : nothing}
      ${this.file.preparations.length ? this.preparations() : nothing}
      ${['PREPARING', 'READY', 'RUNNING', 'PAUSED'].includes(status) || this.file.briefings.length
        ? html`<siyu-briefings .session=${this.session} .file=${this.file} .busy=${this.busy}></siyu-briefings>`
        : nothing}
      ${this.question
        ? html`<siyu-prompt .heading=${this.question.heading} .label=${this.question.label} .submit=${this.question.submit}
            .text=${this.question.text ?? ''} .required=${this.question.required} .action=${this.question.action}
            @dismissed=${this.forget} @done=${this.answered}></siyu-prompt>`
        : nothing}`;
  }

  private forget(): void {
    this.question = undefined;
  }

  private answered(): void {
    this.forget();
    this.act(async () => undefined, t('state.saved'));
  }

  private nextStep() {
    const { campaign, gates } = this.file;
    const next = gates.next;
    const planner = isPlanner(this.session);
    return html`<section>
      <h2>${t('next.title')}</h2>
      ${this.situation()}
      ${gates.unmet.length
        ? html`<ul class="gates">${gates.unmet.map((gate) => html`<li>${icons.warn}<span>${gateInWords(gate)}</span></li>`)}</ul>`
        : next && BY_HAND.includes(next)
          ? html`<p class="met">${icons.check}${t('next.allMet')}</p>`
          : nothing}
      ${planner && next ? this.steps(next) : nothing}
      ${planner && !['ENDED', 'CLOSED', 'CANCELLED'].includes(campaign.status)
        ? html`<button class="quiet small danger" @click=${this.askCancel}>${t('next.cancel')}</button>`
        : nothing}
    </section>`;
  }

  private situation() {
    const { campaign } = this.file;
    const zone = this.session.shop.timeZone;
    const params = { start: moment(campaign.startsAt, zone, serverNow()), end: moment(campaign.endsAt, zone, serverNow()) };
    return html`<p class="hint">${t(`next.${campaign.status}`, params)}</p>
      ${campaign.missedStart ? html`<p class="error">${t('next.missedStart')}</p>` : nothing}`;
  }

  private steps(next: CampaignStatus) {
    const { campaign, gates, posts } = this.file;
    const blocked = gates.unmet.length > 0;
    const lacksPosts = new Set(posts.map((post) => post.day)).size < campaign.days;
    return html`<div class="buttons">
      ${campaign.status === 'DRAFT' && lacksPosts
        ? html`<button ?disabled=${this.busy} @click=${() => this.act(() => fillSequence(this.campaignId), t('campaign.filled'))}>
            ${t('next.fill')}</button>`
        : nothing}
      ${campaign.status === 'READY' ? html`<button @click=${this.askBack}>${t('next.back')}</button>` : nothing}
      ${campaign.status === 'RUNNING' ? html`<button @click=${this.askPause}>${t('next.pause')}</button>` : nothing}
      ${campaign.status === 'PAUSED'
        ? html`<button class="primary" ?disabled=${this.busy}
            @click=${() => this.act(() => move(this.campaignId, 'RUNNING'), t('campaign.moved', { status: word('campaignStatus', 'RUNNING') }))}>
            ${t('next.resume')}</button>`
        : nothing}
      ${campaign.status === 'ENDED'
        ? html`<button @click=${this.askLessons}>${t('next.lessons')}</button>`
        : nothing}
      ${BY_HAND.includes(next)
        ? html`<button class="primary" ?disabled=${this.busy || blocked}
            @click=${() => this.act(() => move(this.campaignId, next), t('campaign.moved', { status: word('campaignStatus', next) }))}>
            ${t(`next.to.${next as 'REVIEW' | 'PREPARING' | 'READY' | 'CLOSED'}`)}</button>`
        : nothing}
      ${blocked && BY_HAND.includes(next) && this.session.mine.roles.includes('admin')
        ? html`<button class="danger" @click=${() => this.askOverride(next)}>${t('next.override')}</button>`
        : nothing}
    </div>`;
  }

  private askBack(): void {
    this.question = {
      heading: t('next.back'), label: t('next.back.label'), submit: t('next.back'), required: true,
      action: (reason) => move(this.campaignId, 'REVIEW', reason),
    };
  }

  private askPause(): void {
    this.question = {
      heading: t('next.pause'), label: t('next.pause.label'), submit: t('next.pause'), required: true,
      action: (reason) => move(this.campaignId, 'PAUSED', reason),
    };
  }

  private askCancel(): void {
    this.question = {
      heading: t('next.cancel'), label: t('dialog.reason'), submit: t('next.cancel.submit'), required: true,
      action: (reason) => move(this.campaignId, 'CANCELLED', reason),
    };
  }

  private askOverride(next: CampaignStatus): void {
    this.question = {
      heading: t('next.override'), label: t('next.override.label'), submit: t('next.override'), required: true,
      action: (reason) => move(this.campaignId, next, reason, true),
    };
  }

  private askLessons(): void {
    this.question = {
      heading: t('next.lessons'), label: t('next.lessons.label'), submit: t('action.save'), required: true,
      text: this.file.campaign.lessons ?? '', action: (text) => learn(this.campaignId, text),
    };
  }

  private reviews() {
    const { campaign, reviews, objections } = this.file;
    // Of each the last word: an approval of earlier content counts no more, a request for changes stands.
    const latest = new Map(
      [...new Map(reviews.map((r) => [r.staffId, r]))].filter(
        ([, r]) => r.contentRevision === campaign.contentRevision || r.decision === 'REQUEST_CHANGES',
      ),
    );
    const mine = latest.get(this.session.mine.staffId)?.decision;
    return html`<section>
      <h2>${t('review.title', { n: campaign.contentRevision })}</h2>
      <ul>${[...latest.values()].map((r) => html`<li><span>${r.reviewer}${r.note ? html`<span class="sub">${r.note}</span>` : nothing}</span>
        <span class="chip ${r.decision === 'APPROVE' ? 'green' : 'amber'}">${word('decision', r.decision)}</span></li>`)}
        ${latest.size ? nothing : html`<li class="muted">${t('review.none')}</li>`}</ul>
      ${objections.length ? html`<ul>${objections.map((o) => this.objection(o))}</ul>` : nothing}
      ${campaign.status === 'REVIEW'
        ? html`<div class="buttons">
            <button class=${mine === 'APPROVE' ? '' : 'primary'} ?disabled=${this.busy || mine === 'APPROVE'}
              @click=${() => this.act(() => review(this.campaignId, 'APPROVE', ''), t('review.approved'))}>
              ${t(mine === 'APPROVE' ? 'review.youApproved' : 'review.approve')}</button>
            <button @click=${this.askChanges}>${t('review.changes')}</button>
          </div>`
        : nothing}
      ${['ENDED', 'CLOSED', 'CANCELLED'].includes(campaign.status)
        ? nothing
        : html`<div class="buttons"><button @click=${this.askObjection}>${t('review.object')}</button></div>`}
    </section>`;
  }

  private askChanges(): void {
    this.question = {
      heading: t('review.changes'), label: t('review.changes.label'), submit: t('action.send'), required: true,
      action: (note) => review(this.campaignId, 'REQUEST_CHANGES', note),
    };
  }

  private askObjection(): void {
    this.question = {
      heading: t('review.object'), label: t('review.object.label'), submit: t('action.send'), required: true,
      action: (text) => object(this.campaignId, text),
    };
  }

  private objection(o: Objection) {
    return html`<li><span>${o.text}<span class="sub">${o.open
        ? t(o.blocking ? 'review.raisedBy' : 'review.owed', { name: o.raisedBy })
        : t('review.resolvedBy', { name: o.resolvedBy ?? '', text: o.resolution ?? '' })}</span></span>
      ${o.open && isPlanner(this.session)
        ? html`<button class="small" @click=${() => this.askResolution(o)}>${t('review.resolve')}</button>`
        : nothing}</li>`;
  }

  private askResolution(o: Objection): void {
    this.question = {
      heading: t('review.resolve'), label: t('review.resolve.label'), submit: t('review.resolve'), required: true,
      action: (text) => resolve(this.campaignId, o.id, text),
    };
  }

  private preparations() {
    const editable = this.file.campaign.status === 'PREPARING';
    const latest = this.file.preparations[0].latestDay;
    return html`<section>
      <h2>${t('preparation.title')}</h2>
      <p class="hint">${t('preparation.latest', { day: shortDay(latest) })}</p>
      <ul>${this.file.preparations.map((p) => this.preparation(p, editable))}</ul>
    </section>`;
  }

  private preparation(p: Preparation, editable: boolean) {
    const name = word('preparation', p.item);
    const due = t('preparation.due', { name: p.ownerName ?? t('preparation.nobody'), day: shortDay(p.dueDay) });
    return html`<li class="prep"><span>${name}<span class="sub">${p.reason ?? due}</span></span>
      ${editable
        ? html`<select aria-label=${name} ?disabled=${this.busy} @change=${(e: Event) => {
              this.settle(p, e.target as HTMLSelectElement);
            }}>
            ${PREPARATION_STATES.map((state) => html`<option value=${state} ?selected=${state === p.state}>${word('preparationState', state)}</option>`)}
          </select>`
        : html`<span class="chip ${p.state === 'DONE' ? 'green' : ''}">${word('preparationState', p.state)}</span>`}</li>`;
  }

  /** What is not needed is asked why; until that is said the list shows what it was. */
  private settle(p: Preparation, select: HTMLSelectElement): void {
    const state = select.value as PreparationState;
    if (state !== 'NOT_NEEDED') {
      this.act(() => prepare(this.campaignId, p.item, state), t('state.saved'));
      return;
    }
    select.value = p.state;
    const label = t('preparation.notNeeded', { item: word('preparation', p.item) });
    this.question = {
      heading: word('preparationState', state), label, submit: t('action.save'), required: true, text: p.reason ?? '',
      action: (reason) => prepare(this.campaignId, p.item, state, reason),
    };
  }
}

customElements.define('siyu-next-step', SiyuNextStep);

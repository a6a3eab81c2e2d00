import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { locale } from '../base/i18n.ts';
import { chips, controls } from '../base/styles.ts';
import { isPlanner, type Session } from '../staff/session.ts';
import { acknowledge, answer, ask, type CampaignFile } from './campaigns.ts';
import { HEADINGS } from './headings.ts';
import { t } from './messages.ts';
import type { Briefing, Question as Asked } from './types.ts';
import '../base/siyu-prompt.ts';
import './siyu-briefing-form.ts';

interface Question {
  heading: string;
  label: string;
  action: (text: string) => Promise<void>;
}

/** A campaign's briefing rounds, with who has understood them and what was asked. Fires `act` with what to do and to say. */
class SiyuBriefings extends SiyuElement {
  static properties = {
    session: { attribute: false }, file: { attribute: false }, busy: { type: Boolean }, question: { state: true }, briefs: { state: true },
  };
  declare session: Session;
  declare file: CampaignFile;
  declare busy: boolean;
  declare question: Question | undefined;
  declare briefs: boolean;

  static styles = [
    controls,
    chips,
    css`
      :host { display: block; min-width: 0; }
      section { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: var(--s4); display: grid;
        gap: var(--s3); box-shadow: var(--shadow-1); min-width: 0; }
      h2 { font-size: var(--text-m); }
      ul { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--s2); }
      li { display: flex; gap: var(--s2); align-items: flex-start; min-width: 0; overflow-wrap: anywhere; flex-wrap: wrap; }
      li > span { flex: 1 1 100%; min-width: 0; }
      .sub { font-size: var(--text-s); color: var(--ink-3); display: block; }
      @media (max-width: 700px) { li button.small { min-height: var(--touch); } }
    `,
  ];

  constructor() {
    super();
    this.busy = false;
    this.briefs = false;
  }

  private forget(): void {
    this.question = undefined;
    this.briefs = false;
  }

  private answered(): void {
    this.forget();
    this.tell('act', { action: async () => undefined, said: t('state.saved') });
  }

  render() {
    const { campaign, briefings } = this.file;
    return html`<section>
      <h2>${t('briefing.title')}</h2>
      <ul>${briefings.map((b) => this.briefing(b))}
        ${briefings.length ? nothing : html`<li class="muted">${t('briefing.none')}</li>`}</ul>
      ${isPlanner(this.session) && campaign.status === 'PREPARING'
        ? html`<button @click=${() => (this.briefs = true)}>${t('briefing.hold', { n: briefings.length + 1 })}</button>`
        : nothing}
    </section>
    ${this.question
      ? html`<siyu-prompt .heading=${this.question.heading} .label=${this.question.label} .submit=${this.question.heading} .text=${''}
          .required=${true} .action=${this.question.action} @dismissed=${this.forget} @done=${this.answered}></siyu-prompt>`
      : nothing}
    ${this.briefs
      ? html`<siyu-briefing-form .campaignId=${campaign.id} .round=${briefings.length + 1} .earlier=${briefings.at(-1)?.agenda}
          @dismissed=${this.forget} @done=${this.answered}></siyu-briefing-form>`
      : nothing}`;
  }

  private briefing(b: Briefing) {
    const mustAcknowledge = b.missing.some((person) => person.staffId === this.session.mine.staffId);
    return html`<li><span>${t('briefing.round', { n: b.round })}
        <span class="sub">${b.missing.length
          ? t('briefing.missing', { names: b.missing.map((person) => person.name).join(locale() === 'en' ? ', ' : '、') })
          : t('briefing.all')}</span>
        ${HEADINGS.map((heading) => html`<span class="sub pre">${t(`briefing.${heading}`)}：${b.agenda[heading]}</span>`)}
        ${b.questions.map((q) => this.asked(b, q))}</span>
      ${mustAcknowledge
        ? html`<button class="small primary" ?disabled=${this.busy} @click=${() => this.acknowledge(b)}>
            ${t('briefing.acknowledge')}</button>`
        : nothing}
      ${['ENDED', 'CLOSED', 'CANCELLED'].includes(this.file.campaign.status)
        ? nothing
        : html`<button class="small" @click=${() => this.askQuestion(b)}>${t('briefing.ask')}</button>`}</li>`;
  }

  private acknowledge(b: Briefing): void {
    this.tell('act', { action: () => acknowledge(this.file.campaign.id, b.round), said: t('briefing.acknowledged') });
  }

  private asked(b: Briefing, q: Asked) {
    return html`<span class="sub pre">${q.askedBy}：${q.text}</span>
      ${q.answer
        ? html`<span class="sub pre">→ ${q.answer}</span>`
        : html`<button class="small" @click=${() => this.askAnswer(b, q)}>${t('briefing.answer')}</button>`}`;
  }

  private askAnswer(b: Briefing, q: Asked): void {
    this.question = {
      heading: t('briefing.answer'), label: t('briefing.answer.label', { text: q.text }),
      action: (text) => answer(this.file.campaign.id, b.round, q.id, text),
    };
  }

  private askQuestion(b: Briefing): void {
    this.question = {
      heading: t('briefing.ask'), label: t('briefing.ask.label'),
      action: (text) => ask(this.file.campaign.id, b.round, text),
    };
  }
}

customElements.define('siyu-briefings', SiyuBriefings);

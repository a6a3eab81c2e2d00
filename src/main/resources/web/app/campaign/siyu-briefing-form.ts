import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { explain } from '../base/problems.ts';
import { controls } from '../base/styles.ts';
import { brief } from './campaigns.ts';
import { HEADINGS } from './headings.ts';
import { t } from './messages.ts';
import type { Agenda } from './types.ts';
import '../base/siyu-dialog.ts';

/** Records a briefing round under its eight headings; those of the round before are there to begin with. Fires `done`. */
class SiyuBriefingForm extends SiyuElement {
  static properties = {
    campaignId: {}, round: { type: Number }, earlier: { attribute: false },
    agenda: { state: true }, busy: { state: true }, problem: { state: true }, invalid: { state: true },
  };
  declare campaignId: string;
  declare round: number;
  declare earlier: Agenda | undefined;
  declare agenda: Agenda;
  declare busy: boolean;
  declare problem: unknown;
  declare invalid: boolean;

  static styles = [controls, css`form { display: grid; gap: var(--s3); } textarea { min-height: 60px; }`];

  private untouched = '';

  connectedCallback(): void {
    super.connectedCallback();
    const nothingYet = Object.fromEntries(HEADINGS.map((heading) => [heading, ''])) as unknown as Agenda;
    this.agenda = { ...nothingYet, ...this.earlier };
    this.untouched = JSON.stringify(this.agenda);
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    this.invalid = HEADINGS.some((heading) => !this.agenda[heading].trim());
    if (this.invalid || this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      await brief(this.campaignId, this.agenda);
      this.tell('done');
    } catch (e) {
      this.problem = e;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<siyu-dialog .heading=${t('briefing.hold', { n: this.round })} .unsaved=${JSON.stringify(this.agenda) !== this.untouched}
      @dismissed=${() => this.tell('dismissed')}>
      <form @submit=${this.send}>
        ${HEADINGS.map((heading) => html`<div class="field"><label for=${heading}>${t(`briefing.${heading}`)}</label>
          <textarea id=${heading} maxlength="1000" .value=${this.agenda[heading]}
            @input=${(e: Event) => (this.agenda = { ...this.agenda, [heading]: (e.target as HTMLTextAreaElement).value })}></textarea></div>`)}
        ${this.invalid ? html`<p class="error" role="alert">${t('briefing.needAll')}</p>` : nothing}
        ${this.problem ? html`<p class="error" role="alert">${explain(this.problem)}</p>` : nothing}
      </form>
      <button slot="actions" @click=${() => this.tell('dismissed')}>${t('action.cancel')}</button>
      <button slot="actions" class="primary" ?disabled=${this.busy} @click=${this.send}>${t('briefing.submit')}</button>
    </siyu-dialog>`;
  }
}

customElements.define('siyu-briefing-form', SiyuBriefingForm);

import { css, html, nothing } from 'lit';
import { SiyuElement } from './element.ts';
import { t } from './messages.ts';
import { explain } from './problems.ts';
import { controls } from './styles.ts';
import './siyu-dialog.ts';

/** Asks for one text and does something with it; what is typed stays when that fails. Fires `done` or `dismissed`. */
class SiyuPrompt extends SiyuElement {
  static properties = {
    heading: {}, label: {}, submit: {}, text: {}, required: { type: Boolean }, action: { attribute: false },
    busy: { state: true }, problem: { state: true }, invalid: { state: true },
  };
  declare heading: string;
  declare label: string;
  declare submit: string;
  declare text: string;
  declare required: boolean;
  declare action: (text: string) => Promise<void>;
  declare busy: boolean;
  declare problem: unknown;
  declare invalid: boolean;

  static styles = [controls, css`form { display: grid; gap: var(--s3); }`];

  private untouched = '';

  connectedCallback(): void {
    super.connectedCallback();
    this.untouched = this.text;
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text.trim();
    this.invalid = this.required && !text;
    if (this.invalid || this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      await this.action(text);
      this.tell('done');
    } catch (e) {
      this.problem = e;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<siyu-dialog .heading=${this.heading} .unsaved=${this.text !== this.untouched} @dismissed=${() => this.tell('dismissed')}>
      <form @submit=${this.send}>
        <div class="field"><label for="text">${this.label}</label>
          <textarea id="text" maxlength="1000" .value=${this.text}
            @input=${(e: Event) => (this.text = (e.target as HTMLTextAreaElement).value)}></textarea></div>
        ${this.invalid ? html`<p class="error" role="alert">${t('dialog.needText')}</p>` : nothing}
        ${this.problem ? html`<p class="error" role="alert">${explain(this.problem)}</p>` : nothing}
      </form>
      <button slot="actions" @click=${() => this.tell('dismissed')}>${t('action.cancel')}</button>
      <button slot="actions" class="primary" ?disabled=${this.busy} @click=${this.send}>${this.submit}</button>
    </siyu-dialog>`;
  }
}

customElements.define('siyu-prompt', SiyuPrompt);

import { css, html, nothing } from 'lit';
import { SiyuElement } from './element.ts';
import { t } from './messages.ts';
import { explain } from './problems.ts';
import { controls } from './styles.ts';
import './siyu-dialog.ts';

/** Asks before something is removed, and removes it. Fires `done` or `dismissed`. */
class SiyuConfirm extends SiyuElement {
  static properties = {
    heading: {}, text: {}, submit: {}, action: { attribute: false }, explain: { attribute: false },
    busy: { state: true }, problem: { state: true },
  };
  declare heading: string;
  declare text: string;
  declare submit: string;
  declare action: () => Promise<unknown>;
  /** Why it was not done, in words. */
  declare explain: (problem: unknown) => string;
  declare busy: boolean;
  declare problem: unknown;

  static styles = [controls, css`.error { margin-top: var(--s2); }`];

  constructor() {
    super();
    this.explain = explain;
    this.busy = false;
  }

  private async confirm(): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      await this.action();
      this.tell('done');
    } catch (e) {
      this.problem = e;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<siyu-dialog .heading=${this.heading} @dismissed=${() => this.tell('dismissed')}>
      <p>${this.text}</p>
      ${this.problem ? html`<p class="error" role="alert">${this.explain(this.problem)}</p>` : nothing}
      <button slot="actions" @click=${() => this.tell('dismissed')}>${t('action.cancel')}</button>
      <button slot="actions" class="danger" ?disabled=${this.busy} @click=${this.confirm}>${this.submit}</button>
    </siyu-dialog>`;
  }
}

customElements.define('siyu-confirm', SiyuConfirm);

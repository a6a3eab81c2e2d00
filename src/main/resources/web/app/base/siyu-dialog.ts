import { css, html, type PropertyValues } from 'lit';
import { SiyuElement } from './element.ts';
import { icons } from './icons.ts';
import { t } from './messages.ts';
import { controls } from './styles.ts';

/**
 * A modal with a title: a sheet from below on a phone, centred on a desktop. Fires `dismissed` when left; while something
 * is `unsaved` only after it was asked for.
 */
export class SiyuDialog extends SiyuElement {
  static properties = { heading: {}, wide: { type: Boolean }, unsaved: { type: Boolean }, asking: { state: true } };
  declare heading: string;
  declare wide: boolean;
  declare unsaved: boolean;
  declare asking: boolean;

  static styles = [
    controls,
    css`
      dialog {
        border: 0; padding: 0; color: var(--ink); background: var(--surface); box-shadow: var(--shadow-2);
        width: min(520px, calc(100vw - 32px)); max-width: none; max-height: min(86vh, 860px); max-height: min(86dvh, 860px);
        border-radius: var(--radius); overflow: hidden;
      }
      dialog.wide { width: min(880px, calc(100vw - 48px)); }
      dialog[open] { display: flex; flex-direction: column; }
      dialog::backdrop { background: rgb(16 24 32 / 45%); }
      @media (max-width: 700px) {
        dialog, dialog.wide {
          width: 100vw; margin: auto 0 0; border-radius: 16px 16px 0 0; max-height: 90vh; max-height: 90dvh;
        }
      }
      header {
        display: flex; align-items: center; gap: var(--s2); padding: var(--s2) var(--s2) var(--s2) var(--s4);
        border-bottom: 1px solid var(--line);
      }
      header h2 { flex: 1; }
      .body { overflow: auto; padding: var(--s4); overscroll-behavior: contain; }
      footer {
        display: flex; gap: var(--s2); justify-content: flex-end; padding: var(--s3) var(--s4);
        padding-bottom: calc(var(--s3) + env(safe-area-inset-bottom)); border-top: 1px solid var(--line);
      }
      footer p { flex: 1 1 auto; align-self: center; font-weight: 600; }
      @media (max-width: 700px) { footer ::slotted(*) { flex: 1; } }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.wide = false;
    this.unsaved = false;
    this.asking = false;
  }

  protected firstUpdated(): void {
    this.renderRoot.querySelector('dialog')!.showModal();
  }

  protected updated(changed: PropertyValues): void {
    if (changed.has('asking') && this.asking) {
      this.renderRoot.querySelector<HTMLElement>('footer button')!.focus();
    }
  }

  private dismiss(event?: Event): void {
    event?.preventDefault();
    if (this.unsaved) {
      this.asking = true;
    } else {
      this.leave();
    }
  }

  /** A browser closes at a second Esc in a row whatever is said to it. */
  private closed(): void {
    if (this.isConnected && this.unsaved) {
      this.renderRoot.querySelector('dialog')!.showModal();
      this.asking = true;
    } else {
      this.leave();
    }
  }

  private leave(): void {
    this.dispatchEvent(new CustomEvent('dismissed'));
  }

  render() {
    return html`<dialog class=${this.wide ? 'wide' : ''} aria-labelledby="heading" @cancel=${this.dismiss} @close=${this.closed}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="quiet square" aria-label=${t('action.close')} @click=${() => this.dismiss()}>${icons.close}</button>
      </header>
      <div class="body"><slot></slot></div>
      ${this.asking ? this.question() : html`<footer><slot name="actions"></slot></footer>`}
    </dialog>`;
  }

  private question() {
    return html`<footer role="alert"><p>${t('dialog.unsaved')}</p>
      <button @click=${() => (this.asking = false)}>${t('dialog.keep')}</button>
      <button class="danger" @click=${this.leave}>${t('dialog.discard')}</button></footer>`;
  }
}

customElements.define('siyu-dialog', SiyuDialog);

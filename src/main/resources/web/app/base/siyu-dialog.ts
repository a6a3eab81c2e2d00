import { css, html } from 'lit';
import { SiyuElement } from './element.ts';
import { icons } from './icons.ts';
import { controls } from './styles.ts';
import { t } from './i18n.ts';

/** A modal with a title: a sheet from below on a phone, centred on a desktop. Fires `dismissed` when left. */
export class SiyuDialog extends SiyuElement {
  static properties = { heading: {}, wide: { type: Boolean } };
  declare heading: string;
  declare wide: boolean;

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
      @media (max-width: 700px) { footer ::slotted(*) { flex: 1; } }
    `,
  ];

  constructor() {
    super();
    this.heading = '';
    this.wide = false;
  }

  protected firstUpdated(): void {
    this.renderRoot.querySelector('dialog')!.showModal();
  }

  private dismiss(event?: Event): void {
    event?.preventDefault();
    this.dispatchEvent(new CustomEvent('dismissed'));
  }

  render() {
    return html`<dialog class=${this.wide ? 'wide' : ''} aria-labelledby="heading" @cancel=${this.dismiss}>
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="quiet square" aria-label=${t('action.close')} @click=${() => this.dismiss()}>${icons.close}</button>
      </header>
      <div class="body"><slot></slot></div>
      <footer><slot name="actions"></slot></footer>
    </dialog>`;
  }
}

customElements.define('siyu-dialog', SiyuDialog);

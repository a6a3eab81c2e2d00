import { LitElement } from 'lit';
import { onLocaleChange } from './i18n.ts';

/** A component that is drawn again when the language changes. */
export class SiyuElement extends LitElement {
  private stopListening?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = onLocaleChange(() => this.requestUpdate());
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
  }

  protected tell(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

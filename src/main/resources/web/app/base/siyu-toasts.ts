import { css, html } from 'lit';
import { LoggedOut } from './api.ts';
import { SiyuElement } from './element.ts';
import { icons } from './icons.ts';
import { t } from './messages.ts';
import { explain } from './problems.ts';
import { controls } from './styles.ts';

type Tone = 'good' | 'bad';

interface Toast {
  id: number;
  tone: Tone;
  text: string;
  retry?: () => void;
}

const SHOWN_MS = { good: 3500, bad: 9000 };

/** Short messages at the bottom of the page, read out by screen readers. */
class SiyuToasts extends SiyuElement {
  static properties = { toasts: { state: true } };
  declare toasts: Toast[];

  static styles = [
    controls,
    css`
      :host {
        position: fixed; inset: auto 0 calc(84px + env(safe-area-inset-bottom)) 0; z-index: 50; pointer-events: none;
        display: grid; justify-items: center; gap: var(--s2); padding: 0 var(--s4);
      }
      .toast {
        pointer-events: auto; display: flex; align-items: center; gap: var(--s2); max-width: 480px;
        padding: var(--s2) var(--s2) var(--s2) var(--s4); border-radius: var(--radius); background: #1f2b36;
        color: #fff; box-shadow: var(--shadow-2); font-size: var(--text-m); min-height: var(--touch);
      }
      .toast.bad { background: #8c1d18; }
      .toast span { flex: 1; overflow-wrap: anywhere; }
      button { background: transparent; color: inherit; border-color: rgb(255 255 255 / 45%); min-height: 36px; }
      button.square { width: 36px; border-color: transparent; }
      button:hover:not(:disabled) { background: rgb(255 255 255 / 14%); }
      @media (min-width: 900px) { :host { inset-block-end: var(--s5); } }
    `,
  ];

  private count = 0;

  constructor() {
    super();
    this.toasts = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-live', 'polite');
    current = this;
  }

  add(tone: Tone, text: string, retry?: () => void): void {
    const id = ++this.count;
    this.toasts = [...this.toasts.slice(-2), { id, tone, text, retry }];
    setTimeout(() => this.drop(id), SHOWN_MS[tone]);
  }

  private drop(id: number): void {
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  render() {
    return this.toasts.map(
      (toast) => html`<div class="toast ${toast.tone}" role=${toast.tone === 'bad' ? 'alert' : 'status'}>
        <span>${toast.text}</span>
        ${toast.retry
          ? html`<button @click=${() => { this.drop(toast.id); toast.retry?.(); }}>${t('action.retry')}</button>`
          : ''}
        <button class="square" aria-label=${t('action.close')} @click=${() => this.drop(toast.id)}>${icons.close}</button>
      </div>`,
    );
  }
}

let current: SiyuToasts | undefined;
customElements.define('siyu-toasts', SiyuToasts);

export function toast(text: string): void {
  current?.add('good', text);
}

export function toastProblem(e: unknown, retry?: () => void): void {
  // A lost session has a page of its own.
  if (!(e instanceof LoggedOut)) {
    current?.add('bad', explain(e), retry);
  }
}

export function toastBad(text: string): void {
  current?.add('bad', text);
}

/** Copies text and says so; the older way helps where the clipboard is closed to plain-http pages. */
export async function copyText(text: string): Promise<void> {
  try {
    if (navigator.clipboard) {
      await navigator.clipboard.writeText(text);
    } else {
      copyTheOldWay(text);
    }
    toast(t('copy.done'));
  } catch {
    toastBad(t('copy.failed'));
  }
}

function copyTheOldWay(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) {
    throw new Error('copy refused');
  }
}

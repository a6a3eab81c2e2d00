import { html } from 'lit';
import { moment, serverNow } from '../base/time.ts';
import type { Page } from '../base/types.ts';
import { SiyuLog } from '../staff/siyu-log.ts';
import { t, word } from './messages.ts';
import { listReveals } from './reveals.ts';
import type { Reveal } from './types.ts';

/** Who looked at whose contact. */
class SiyuReveals extends SiyuLog<Reveal> {
  protected read(after: string | null): Promise<Page<Reveal>> {
    return listReveals(this.shop.id, this.terms, after);
  }

  protected hint(): string {
    return t('reveals.hint');
  }

  protected item(reveal: Reveal) {
    return html`<li><span class="line"><strong>${reveal.staffName ?? reveal.staffId}</strong>
      <span class="chip">${word('reveal', reveal.kind)}</span>
      <span class="hint">${t('reveals.buyer', { id: reveal.buyerId })} · ${moment(reveal.revealedAt, this.shop.timeZone, serverNow())}</span></span></li>`;
  }
}

customElements.define('siyu-reveals', SiyuReveals);

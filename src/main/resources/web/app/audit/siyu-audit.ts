import { html, nothing } from 'lit';
import { moment, serverNow } from '../base/time.ts';
import type { Page } from '../base/types.ts';
import { SiyuLog } from '../staff/siyu-log.ts';
import { listActs } from './acts.ts';
import { t, word } from './messages.ts';
import type { Act } from './types.ts';

/** What admins and marketers did. */
class SiyuAudit extends SiyuLog<Act> {
  protected read(after: string | null): Promise<Page<Act>> {
    return listActs(this.shop.id, { ...this.terms, thing: '' }, after);
  }

  protected hint(): string {
    return t('audit.hint');
  }

  protected item(act: Act) {
    return html`<li>
      <span class="line"><strong>${word('act', act.action)}</strong>
        <span class="hint">${act.staffName} · ${moment(act.at, this.shop.timeZone, serverNow())}${act.thingId ? ` · ${act.thingId}` : ''}</span></span>
      ${act.before || act.after
        ? html`<details><summary>${t('audit.details')}</summary>
            ${this.state('audit.before', act.before)} ${this.state('audit.after', act.after)}</details>`
        : nothing}
    </li>`;
  }

  private state(title: 'audit.before' | 'audit.after', state: Record<string, unknown> | null) {
    return state && Object.keys(state).length ? html`<p class="hint">${t(title)}</p><pre>${JSON.stringify(state, null, 1)}</pre>` : nothing;
  }
}

customElements.define('siyu-audit', SiyuAudit);

import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { Listing } from '../base/listing.ts';
import { explain } from '../base/problems.ts';
import { controls } from '../base/styles.ts';
import type { Order } from '../order/types.ts';
import { listOrders } from './cycles.ts';
import { t } from './messages.ts';
import '../base/siyu-dialog.ts';

/** The orders behind one figure of a cycle. */
class SiyuCycleOrders extends SiyuElement {
  static properties = { heading: {}, link: {} };
  declare heading: string;
  declare link: string;

  static styles = [
    controls,
    css`
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%; }
      th { text-align: start; font-size: var(--text-s); color: var(--ink-2); padding: var(--s2); }
      td { padding: var(--s2); border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; white-space: nowrap; }
      td:last-child, th:last-child { text-align: end; }
      .more { margin-top: var(--s3); }
    `,
  ];

  private readonly orders = new Listing<Order>(this, (after) => listOrders(this.link, after));

  connectedCallback(): void {
    super.connectedCallback();
    void this.orders.load();
  }

  render() {
    const { items, next, problem } = this.orders;
    return html`<siyu-dialog .heading=${this.heading}>
      ${problem ? html`<p class="error" role="alert">${explain(problem)}</p>` : nothing}
      ${items ? this.table(items) : html`<p>${t('state.loading')}</p>`}
      ${next ? html`<button class="more" @click=${() => this.orders.more()}>${t('action.more')}</button>` : nothing}
      <button slot="actions" @click=${() => this.tell('dismissed')}>${t('action.close')}</button>
    </siyu-dialog>`;
  }

  private table(orders: Order[]) {
    if (!orders.length) {
      return html`<p>${t('cycle.noOrders')}</p>`;
    }
    return html`<div class="scroll"><table aria-label=${this.heading}>
      <thead><tr><th>${t('cycle.order.day')}</th><th>${t('cycle.order.no')}</th><th>${t('cycle.order.net')}</th></tr></thead>
      <tbody>${orders.map((order) => html`<tr><td>${order.day}</td><td>${order.orderNo}</td><td>${order.netAmount}</td></tr>`)}</tbody>
    </table></div>`;
  }
}

customElements.define('siyu-cycle-orders', SiyuCycleOrders);

import { css, html } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { controls } from '../base/styles.ts';
import { t, type messages } from './messages.ts';

type Key = keyof typeof messages;

/** The short of docs/segments.md: which fields there are, how conditions are written, and whole filters to begin with. */
const FIELDS: [string, Key, string][] = [
  ['tier', 'filterHelp.tier', 'tier in (VIP, LOYAL)'],
  ['rfm.r  rfm.f  rfm.m', 'filterHelp.rfm', 'rfm.m = 5'],
  ['daysSinceLast', 'filterHelp.daysSinceLast', 'daysSinceLast > 30'],
  ['purchaseDays', 'filterHelp.purchaseDays', 'purchaseDays >= 3'],
  ['spend', 'filterHelp.spend', 'spend >= 500'],
  ['firstDay  lastDay', 'filterHelp.firstDay', 'lastDay >= 2026-06-01'],
  ['due', 'filterHelp.due', 'due within 7'],
  ['tag', 'filterHelp.tag', 'tag = "茶客"'],
  ['account', 'filterHelp.account', 'account = "小雅"'],
  ['follower', 'filterHelp.follower', 'follower = ADDED'],
  ['alive', 'filterHelp.alive', 'alive >= 0.5'],
  ['purchases30  purchases90', 'filterHelp.purchases', 'purchases30 > 0.4'],
  ['expectedSpend', 'filterHelp.expectedSpend', 'expectedSpend > 100'],
  ['nextDay', 'filterHelp.nextDay', 'nextDay within 14'],
  ['bought', 'filterHelp.bought', 'bought "茶"'],
  ['bought sku', 'filterHelp.boughtSku', 'bought sku "TEA-250"'],
];

const EXAMPLES: [Key, string][] = [
  ['filterHelp.example.sleeping', 'tier in (VIP, LOYAL) and daysSinceLast > 30 and not tag = "勿扰"'],
  ['filterHelp.example.tea', 'rfm.r >= 4 and (bought "茶" or bought sku "TEA-250") and due within 7'],
  ['filterHelp.example.lively', 'follower = ADDED and alive >= 0.5 and expectedSpend > 100'],
];

/** How filters are written. Fires `chosen` with an example. */
class SiyuFilterHelp extends SiyuElement {
  static styles = [
    controls,
    css`
      summary { cursor: pointer; color: var(--brand-strong); font-weight: 600; font-size: var(--text-s); padding: var(--s1) 0; }
      .help { display: grid; gap: var(--s3); padding-top: var(--s2); }
      code { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: var(--text-s); overflow-wrap: anywhere; }
      dl { margin: 0; display: grid; font-size: var(--text-s); }
      dl div { display: grid; grid-template-columns: 200px minmax(0, 1fr) 210px; gap: var(--s1) var(--s3); padding: var(--s1) 0; border-top: 1px solid var(--line); }
      dt, dd { margin: 0; }
      dt code { font-weight: 600; white-space: pre-wrap; }
      dd:last-child { color: var(--ink-3); }
      .examples { display: grid; gap: var(--s2); }
      .examples button { display: grid; justify-content: start; justify-items: start; gap: 0; text-align: start; white-space: normal; padding: var(--s2) var(--s3); font-weight: 400; }
      .examples span { font-size: var(--text-s); color: var(--ink-2); }
      @media (max-width: 700px) { dl div { grid-template-columns: minmax(0, 1fr); gap: 0; padding: var(--s2) 0; } }
    `,
  ];

  render() {
    return html`<details>
      <summary>${t('filterHelp.title')}</summary>
      <div class="help">
        <div class="examples">
          ${EXAMPLES.map(([key, filter]) => html`<button type="button" @click=${() => this.tell('chosen', filter)}>
            <span>${t(key)}</span><code>${filter}</code></button>`)}
        </div>
        <dl>${FIELDS.map(([field, key, example]) => html`<div>
          <dt><code>${field}</code></dt><dd>${t(key)}</dd><dd><code>${example}</code></dd></div>`)}</dl>
        <p class="hint">${t('filterHelp.rules')}</p>
      </div>
    </details>`;
  }
}

customElements.define('siyu-filter-help', SiyuFilterHelp);

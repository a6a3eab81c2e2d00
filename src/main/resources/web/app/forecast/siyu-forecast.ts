import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { locale } from '../base/i18n.ts';
import { explain } from '../base/problems.ts';
import { toast } from '../base/siyu-toasts.ts';
import { controls } from '../base/styles.ts';
import { longDay } from '../base/time.ts';
import { fitAnew, readForecast } from './due.ts';
import { t, word } from './messages.ts';
import type { Forecast, TriedModel } from './types.ts';

const BEAT = 1500;
const LAST_BIN = 7;

/** How far the forecast can be trusted, in plain words: what it rests on, and how it did where it could be checked. */
class SiyuForecast extends SiyuElement {
  static properties = { shop: {}, forecast: { state: true }, asking: { state: true } };
  declare shop: string;
  declare forecast: Forecast | undefined;
  declare asking: boolean;

  static styles = [
    controls,
    css`
      section { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s2); padding: var(--s4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      .head { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; justify-content: space-between; }
      p { color: var(--ink-2); max-width: 68ch; }
      summary { cursor: pointer; color: var(--brand-strong); font-weight: 600; font-size: var(--text-s); padding: var(--s2) 0; }
      .scroll { margin-top: var(--s3); overflow-x: auto; }
      table { border-collapse: collapse; font-size: var(--text-s); font-variant-numeric: tabular-nums; }
      caption { text-align: start; color: var(--ink-3); padding-bottom: var(--s1); }
      th, td { text-align: end; white-space: nowrap; padding: var(--s1) var(--s4) var(--s1) 0; border-bottom: 1px solid var(--line); }
      th:first-child { text-align: start; }
      th { font-weight: 600; color: var(--ink-2); }
      tbody th { font-weight: 400; }
      @media (max-width: 700px) { th, td { padding-inline-end: var(--s2); } }
    `,
  ];

  private timer = 0;

  constructor() {
    super();
    this.asking = false;
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.load();
    this.timer = window.setInterval(() => void this.follow(), BEAT);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  /** The list above is worth more than these words: without them it stands alone. */
  private async load(): Promise<void> {
    try {
      const before = this.forecast;
      this.forecast = await readForecast(this.shop);
      if (before?.pending && !this.forecast.pending) {
        this.tell('fitted');
      }
    } catch (e) {
      console.debug(e);
    }
  }

  private async follow(): Promise<void> {
    if (this.forecast?.pending && !document.hidden) {
      await this.load();
    }
  }

  /** A second click before the button is drawn disabled asks for nothing. */
  private async fit(): Promise<void> {
    if (this.asking) {
      return;
    }
    this.asking = true;
    try {
      await fitAnew(this.shop);
      await this.load();
    } catch (e) {
      toast(explain(e));
    } finally {
      this.asking = false;
    }
  }

  render() {
    const { forecast } = this;
    if (!forecast) {
      return nothing;
    }
    return html`<section aria-labelledby="trust">
      <div class="head">
        <h2 id="trust">${t('forecast.title')}</h2>
        <button class="small" ?disabled=${this.asking || forecast.pending !== null} @click=${this.fit}>
          ${forecast.pending ? t('forecast.fitting', { n: Math.round(forecast.pending.progress * 100) }) : t('forecast.fit')}</button>
      </div>
      <p>${this.ground(forecast)}</p>
      ${forecast.holdout ? this.proof(forecast, forecast.holdout) : nothing}
      ${forecast.models.length > 0 ? this.models(forecast.models) : nothing}
    </section>`;
  }

  private number(n: number, decimals = 0): string {
    return new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(n);
  }

  private percent(share: number | null): string {
    return share === null ? '–' : `${this.number(Math.abs(share) * 100)}%`;
  }

  private ground({ basis, why, noFit, asOf, data }: Forecast): string {
    const figures = {
      buyers: this.number(data.buyers),
      days: this.number(data.historyDays),
      enoughBuyers: this.number(data.enoughBuyers),
      enoughDays: this.number(data.enoughDays),
      repeats: this.number(data.repeatBuyers),
      enoughRepeats: this.number(data.enoughRepeatBuyers),
      model: word('model', basis),
      asOf: asOf ? longDay(asOf) : '',
    };
    return basis === 'CYCLE'
      ? `${this.reason(why, noFit, figures)}${t('forecast.byCycle')}`
      : `${t('forecast.ground', figures)}${t('forecast.chosen', figures)}`;
  }

  private reason(why: string, noFit: string | null, figures: Record<string, string>): string {
    switch (why) {
      case 'TOO_FEW_BUYERS':
        return t('forecast.TOO_FEW_BUYERS', figures);
      case 'TOO_SHORT_HISTORY':
        return t('forecast.TOO_SHORT_HISTORY', figures);
      case 'NO_FIT':
        return noFit === 'TOO_FEW_REPEATS' ? t('noFit.TOO_FEW_REPEATS', figures) : word('noFit', noFit) || t('forecast.NO_FIT');
      default:
        return word('forecast', why);
    }
  }

  private models(models: TriedModel[]) {
    const cell = (n: number | undefined, decimals: number) => html`<td>${n === undefined ? '–' : this.number(n, decimals)}</td>`;
    return html`<details><summary>${t('forecast.models')}</summary>
        <p>${t('forecast.models.help')}</p>
        <div class="scroll" role="region" tabindex="0" aria-label=${t('forecast.models')}><table>
          <thead><tr><th scope="col">${t('forecast.model')}</th><th scope="col">r</th><th scope="col">α</th><th scope="col">a</th>
            <th scope="col">b</th><th scope="col">${t('forecast.error')}</th><th scope="col">${t('forecast.verdict')}</th></tr></thead>
          <tbody>${models.map(({ model, isChosen, flaw, parameters: p, holdout }) => html`<tr><th scope="row">${word('model', model)}</th>
            ${cell(p?.r, 3)}${cell(p?.alpha, 3)}${cell(p?.a, 3)}${cell(p?.b, 3)}${cell(holdout?.rootMeanSquareError, 3)}
            <td>${isChosen ? t('forecast.isChosen') : flaw ? word('flaw', flaw) : t('forecast.isNotChosen')}</td></tr>`)}</tbody>
        </table></div>
      </details>`;
  }

  private proof(forecast: Forecast, holdout: NonNullable<Forecast['holdout']>) {
    return html`<details><summary>${t('forecast.check')}</summary>
        <p>${t('forecast.proof', {
          days: this.number(holdout.days),
          expected: this.number(holdout.model.expected),
          actual: this.number(holdout.actual),
          off: this.percent(holdout.model.totalError),
          naive: this.percent(holdout.naive.totalError),
        })}</p>
        <div class="scroll" role="region" tabindex="0" aria-label=${t('forecast.check')}><table>
          <caption>${t('forecast.bins')}</caption>
          <thead><tr><th scope="col">${t('forecast.repeats')}</th><th scope="col">${t('forecast.buyers')}</th>
            <th scope="col">${t('forecast.expected')}</th><th scope="col">${t('forecast.actual')}</th></tr></thead>
          <tbody>${forecast.calibration.map((bin) => html`<tr><th scope="row">${bin.repeats}${bin.repeats === LAST_BIN ? '+' : ''}</th>
            <td>${this.number(bin.buyers)}</td><td>${this.number(bin.expected, 2)}</td><td>${this.number(bin.actual, 2)}</td></tr>`)}</tbody>
        </table></div>
      </details>`;
  }
}

customElements.define('siyu-forecast', SiyuForecast);

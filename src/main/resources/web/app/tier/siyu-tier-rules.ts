import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { controls } from '../base/styles.ts';
import type { Violation } from '../base/types.ts';
import { TIERS } from '../buyer/tiers.ts';
import type { Tier } from '../buyer/types.ts';
import { t, word } from './messages.ts';
import { CONDITIONS, draftOfRule, explainViolation, type Condition, type RuleDraft } from './rule-drafts.ts';

/** The ordered rules, to be changed in place. Fires `changed` with all of them. */
class SiyuTierRules extends SiyuElement {
  static properties = { drafts: { attribute: false }, violations: { attribute: false } };
  declare drafts: RuleDraft[];
  declare violations: Violation[];

  static styles = [
    controls,
    css`
      ol { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--s2); }
      .row { display: grid; gap: var(--s2); align-items: center; grid-template-columns: 24px 132px repeat(2, minmax(64px, .7fr)) repeat(2, minmax(88px, 1fr)) auto; }
      .titles { padding-bottom: var(--s1); font-size: var(--text-s); font-weight: 600; color: var(--ink-2); align-items: end; }
      .titles span:nth-child(n + 3) { text-align: end; padding-inline-end: var(--s3); }
      .titles .moves { width: 116px; }
      .no { color: var(--ink-3); text-align: end; font-variant-numeric: tabular-nums; }
      .row input { text-align: end; font-variant-numeric: tabular-nums; }
      .row .field label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .moves { display: flex; gap: var(--s1); }
      .moves button { width: 36px; min-height: 36px; padding: 0; }
      .row .error { grid-column: 2 / -1; }
      input[aria-invalid='true'] { border-color: var(--red); }
      .add { margin-top: var(--s3); }
      @media (max-width: 700px) {
        .titles { display: none; }
        .row { grid-template-columns: 1fr 1fr; padding: var(--s3); background: var(--sunken); border: 1px solid var(--line); border-radius: var(--radius-s); }
        .no { display: none; }
        .row .tier { grid-column: 1; }
        .row .moves { grid-column: 2; grid-row: 1; justify-self: end; align-self: end; }
        .moves button { width: var(--touch); min-height: var(--touch); }
        .row .field label { position: static; width: auto; height: auto; clip-path: none; }
        .row .error { grid-column: 1 / -1; }
      }
    `,
  ];

  private change(key: number, part: Partial<RuleDraft>): void {
    this.tell('changed', this.drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)));
  }

  private async move(from: number, to: number, button: HTMLElement): Promise<void> {
    const drafts = [...this.drafts];
    drafts.splice(to, 0, ...drafts.splice(from, 1));
    this.tell('changed', drafts);
    await this.updateComplete;
    // The button has moved with its row, and whoever uses the keyboard wants to press it again.
    button.focus();
  }

  private add(): void {
    this.tell('changed', [...this.drafts, draftOfRule({ tier: 'NEW' })]);
  }

  render() {
    return html`<div class="row titles" aria-hidden="true">
        <span></span><span>${t('rule.tier')}</span>${CONDITIONS.map((name) => html`<span>${t(`rule.${name}`)}</span>`)}<span class="moves"></span>
      </div>
      <ol>${repeat(this.drafts, (draft) => draft.key, (draft, i) => this.rule(draft, i))}</ol>
      <button class="small add" @click=${this.add}>${icons.plus}${t('rule.add')}</button>`;
  }

  private rule(draft: RuleDraft, i: number) {
    const problems = this.violations.filter(({ field }) => field === `rules[${i}]` || field.startsWith(`rules[${i}].`));
    const choose = (e: Event) => this.change(draft.key, { tier: (e.target as HTMLSelectElement).value as Tier });
    return html`<li class="row" aria-label=${t('rule.nth', { n: i + 1 })}>
      <span class="no">${i + 1}</span>
      <div class="field tier"><label for="tier${draft.key}">${i + 1}. ${t('rule.tier')}</label>
        <select id="tier${draft.key}" @change=${choose}>
          ${TIERS.map((tier) => html`<option value=${tier} ?selected=${tier === draft.tier}>${word('tier', tier)}</option>`)}
        </select></div>
      ${CONDITIONS.map((name) => this.condition(draft, name, problems.some(({ field }) => field.endsWith(`.${name}`))))}
      <div class="moves">
        <button class="quiet" aria-label=${t('rule.up')} title=${t('rule.up')} ?disabled=${i === 0}
          @click=${(e: Event) => this.move(i, i - 1, e.currentTarget as HTMLElement)}>${icons.up}</button>
        <button class="quiet" aria-label=${t('rule.down')} title=${t('rule.down')} ?disabled=${i === this.drafts.length - 1}
          @click=${(e: Event) => this.move(i, i + 1, e.currentTarget as HTMLElement)}>${icons.down}</button>
        <button class="quiet" aria-label=${t('rule.remove')} title=${t('rule.remove')} ?disabled=${this.drafts.length === 1}
          @click=${() => this.tell('changed', this.drafts.filter((other) => other !== draft))}>${icons.close}</button>
      </div>
      ${problems.length ? html`<p class="error" role="alert">${problems.map(explainViolation).join(' ')}</p>` : nothing}
    </li>`;
  }

  private condition(draft: RuleDraft, name: Condition, isWrong: boolean) {
    const id = `${name}${draft.key}`;
    return html`<div class="field"><label for=${id}>${t(`rule.${name}`)}</label>
      <input id=${id} inputmode="decimal" maxlength="12" autocomplete="off" placeholder="–" aria-invalid=${isWrong} .value=${draft[name]}
        @input=${(e: Event) => this.change(draft.key, { [name]: (e.target as HTMLInputElement).value })}></div>`;
  }
}

customElements.define('siyu-tier-rules', SiyuTierRules);

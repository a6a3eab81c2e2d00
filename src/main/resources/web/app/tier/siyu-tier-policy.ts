import { css, html, nothing, type PropertyValues } from 'lit';
import { Refusal } from '../base/api.ts';
import { SiyuElement } from '../base/element.ts';
import { explain, isRefusal } from '../base/problems.ts';
import { toast } from '../base/siyu-toasts.ts';
import { controls } from '../base/styles.ts';
import type { Violation } from '../base/types.ts';
import { t } from './messages.ts';
import { draftOfRule, explainViolation, rulesOf, unreadable, type RuleDraft } from './rule-drafts.ts';
import { previewPolicy, replacePolicy } from './tiers.ts';
import type { TierPolicy, TierPreview, TierRule } from './types.ts';
import './siyu-tier-moves.ts';
import './siyu-tier-rules.ts';

const PAUSE_MS = 400;

/** The rules of the tiers: what a change would do is shown while it is made. Fires `replaced` or `outdated`. */
class SiyuTierPolicy extends SiyuElement {
  static properties = {
    shop: {}, policy: { attribute: false }, etag: {},
    drafts: { state: true }, preview: { state: true }, violations: { state: true }, problem: { state: true }, busy: { state: true },
  };
  declare shop: string;
  declare policy: TierPolicy;
  declare etag: string;
  declare drafts: RuleDraft[];
  declare preview: TierPreview | undefined;
  declare violations: Violation[];
  declare problem: unknown;
  declare busy: boolean;

  static styles = [
    controls,
    css`
      section { display: grid; gap: var(--s3); padding: var(--s4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      .end { display: flex; flex-wrap: wrap; gap: var(--s2); justify-content: flex-end; }
      .outdated { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; padding: var(--s3); border-radius: var(--radius-s);
        background: var(--amber-soft); color: var(--amber); }
      .outdated span { flex: 1 1 200px; }
      @media (max-width: 700px) { section { padding: var(--s3); } .end > * { flex: 1; } }
    `,
  ];

  private timer = 0;
  private asked = 0;

  constructor() {
    super();
    this.violations = [];
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  willUpdate(changed: PropertyValues): void {
    if (changed.has('policy')) {
      this.reset();
    }
  }

  /** Puts other rules into the editor, such as those of an earlier revision; they are not in effect yet. */
  take(rules: TierRule[]): void {
    this.change(rules.map(draftOfRule));
    this.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }

  private reset(): void {
    clearTimeout(this.timer);
    this.asked++;
    this.drafts = this.policy.rules.map(draftOfRule);
    this.preview = undefined;
    this.violations = [];
    this.problem = undefined;
  }

  private change(drafts: RuleDraft[]): void {
    this.drafts = drafts;
    this.violations = unreadable(drafts);
    this.preview = undefined;
    this.asked++;
    clearTimeout(this.timer);
    if (this.isChanged() && !this.violations.length) {
      this.timer = window.setTimeout(() => void this.tryOut(), PAUSE_MS);
    }
  }

  private isChanged(): boolean {
    return JSON.stringify(rulesOf(this.drafts)) !== JSON.stringify(rulesOf(this.policy.rules.map(draftOfRule)));
  }

  private async tryOut(): Promise<void> {
    const asked = ++this.asked;
    this.problem = undefined;
    try {
      const { data } = await previewPolicy(this.shop, rulesOf(this.drafts));
      if (asked === this.asked) {
        this.preview = data;
      }
    } catch (e) {
      if (asked === this.asked) {
        this.blame(e);
      }
    }
  }

  private async save(): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      const { data } = await replacePolicy(this.shop, rulesOf(this.drafts), this.etag);
      toast(t('policy.saved', { n: data.snapshot?.moved ?? 0 }));
      this.tell('replaced');
    } catch (e) {
      this.blame(e);
    } finally {
      this.busy = false;
    }
  }

  /** What is wrong with the rules is said where it is; anything else below them. */
  private blame(e: unknown): void {
    if (e instanceof Refusal && e.violations.length && e.status === 400) {
      this.violations = e.violations;
    } else {
      this.problem = e;
    }
  }

  render() {
    const isChanged = this.isChanged();
    const ofAll = this.violations.filter(({ field }) => !field.startsWith('rules['));
    return html`<section aria-labelledby="policy">
      <h2 id="policy">${t('policy.title')}</h2>
      <p class="hint">${t('policy.hint')}</p>
      <siyu-tier-rules .drafts=${this.drafts} .violations=${this.violations}
        @changed=${(e: CustomEvent<RuleDraft[]>) => this.change(e.detail)}></siyu-tier-rules>
      ${ofAll.map((violation) => html`<p class="error" role="alert">${explainViolation(violation)}</p>`)}
      ${isChanged && !this.violations.length && (this.preview || !this.problem) ? html`<siyu-tier-moves .preview=${this.preview}></siyu-tier-moves>` : nothing}
      ${this.trouble()}
      ${isChanged
        ? html`<div class="end">
            <button ?disabled=${this.busy} @click=${this.reset}>${t('policy.discard')}</button>
            <button class="primary" ?disabled=${this.busy || !this.preview} @click=${this.save}>${t('policy.save')}</button>
          </div>`
        : nothing}
    </section>`;
  }

  private trouble() {
    if (isRefusal(this.problem, 'STALE_VERSION')) {
      return html`<div class="outdated" role="alert"><span>${t('policy.outdated')}</span>
        <button class="small" @click=${() => this.tell('outdated')}>${t('policy.reload')}</button></div>`;
    }
    return this.problem ? html`<p class="error" role="alert">${explain(this.problem)}</p>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'siyu-tier-policy': SiyuTierPolicy;
  }
}

customElements.define('siyu-tier-policy', SiyuTierPolicy);

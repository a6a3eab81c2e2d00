import { css, html, nothing } from 'lit';
import { Refusal } from '../../base/api.ts';
import { SiyuElement } from '../../base/element.ts';
import { icons } from '../../base/icons.ts';
import { freeLeaving, guardLeaving } from '../../base/leaving.ts';
import { explain, isRefusal } from '../../base/problems.ts';
import { toast } from '../../base/siyu-toasts.ts';
import { controls, states } from '../../base/styles.ts';
import type { Violation } from '../../base/types.ts';
import type { Session } from '../../staff/session.ts';
import { hasMessage, t } from './messages.ts';
import type { WordLists } from './types.ts';
import { entriesOf, readBuiltInWords, readWords, replaceWords, textOf } from './words.ts';

type List = keyof WordLists;

const LISTS: List[] = ['banned', 'allowed'];

/** What the shop's copy must not say, and the phrases in which its letters are honest. */
class SiyuWords extends SiyuElement {
  static properties = {
    session: { attribute: false },
    lists: { state: true }, builtIn: { state: true }, drafts: { state: true }, violations: { state: true },
    problem: { state: true }, failed: { state: true }, busy: { state: true },
  };
  declare session: Session;
  declare lists: WordLists | undefined;
  declare builtIn: WordLists | undefined;
  declare drafts: Record<List, string>;
  declare violations: Violation[];
  /** Why the page is empty. */
  declare problem: unknown;
  /** Why the lists were not saved. */
  declare failed: unknown;
  declare busy: boolean;

  static styles = [
    controls,
    states,
    css`
      main { max-width: 960px; margin: 0 auto; padding: var(--s5) var(--s4) 96px; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s4); }
      section { display: grid; gap: var(--s2); align-content: start; padding: var(--s4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      .lists { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s4); }
      label { font-size: var(--text-l); color: var(--ink); }
      textarea { min-height: 240px; line-height: 1.7; }
      .end { display: flex; flex-wrap: wrap; gap: var(--s2); justify-content: flex-end; }
      .outdated { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; padding: var(--s3); border-radius: var(--radius-s);
        background: var(--amber-soft); color: var(--amber); }
      .outdated span { flex: 1 1 200px; }
      summary { cursor: pointer; min-height: var(--touch); display: list-item; align-content: center; }
      .skeleton { height: 240px; }
      @media (max-width: 700px) {
        main { padding: var(--s3) var(--s3) 96px; }
        section { padding: var(--s3); }
        .lists { grid-template-columns: minmax(0, 1fr); }
        .end > * { flex: 1; }
      }
    `,
  ];

  constructor() {
    super();
    this.violations = [];
  }

  connectedCallback(): void {
    super.connectedCallback();
    guardLeaving(this.isChanged);
    void this.load();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    freeLeaving(this.isChanged);
  }

  /** Whether something was typed that is not in effect. */
  private readonly isChanged = (): boolean =>
    this.lists !== undefined && LISTS.some((list) => textOf(entriesOf(this.drafts[list])) !== textOf(this.lists![list]));

  private etag = '';

  private async load(): Promise<void> {
    this.problem = undefined;
    try {
      const shop = this.session.shop.id;
      const [{ data, etag }, builtIn] = await Promise.all([readWords(shop), readBuiltInWords(shop)]);
      this.builtIn = builtIn;
      this.take(data, etag);
    } catch (e) {
      this.problem = e;
    }
  }

  private take(lists: WordLists, etag: string | null): void {
    this.lists = lists;
    this.etag = etag ?? '';
    this.reset();
  }

  private reset(): void {
    this.drafts = { banned: textOf(this.lists!.banned), allowed: textOf(this.lists!.allowed) };
    this.violations = [];
    this.failed = undefined;
  }

  private async save(): Promise<void> {
    this.busy = true;
    this.violations = [];
    this.failed = undefined;
    try {
      const lists = { banned: entriesOf(this.drafts.banned), allowed: entriesOf(this.drafts.allowed) };
      const { data, etag } = await replaceWords(this.session.shop.id, lists, this.etag);
      this.take(data, etag);
      toast(t('words.saved'));
    } catch (e) {
      this.blame(e);
    } finally {
      this.busy = false;
    }
  }

  /** Puts what was typed over what somebody else saved in the meantime, and over nothing newer than that. */
  private async saveAnyway(): Promise<void> {
    this.busy = true;
    try {
      this.etag = (await readWords(this.session.shop.id)).etag ?? '';
    } catch (e) {
      this.blame(e);
      this.busy = false;
      return;
    }
    await this.save();
  }

  /** What is wrong with a list is said below it; anything else below both. */
  private blame(e: unknown): void {
    const ofLists = e instanceof Refusal ? e.violations.filter(({ field }) => LISTS.some((list) => field.includes(list))) : [];
    this.violations = ofLists;
    this.failed = ofLists.length ? undefined : e;
  }

  render() {
    return html`<main>
      <h1>${t('words.title')}</h1>
      <p class="hint">${t('words.hint')}</p>
      ${this.content()}
    </main>`;
  }

  private content() {
    if (this.problem) {
      return html`<div class="state" role="alert">${icons.warn}<p>${explain(this.problem)}</p>
        <button @click=${() => this.load()}>${t('action.retry')}</button></div>`;
    }
    if (!this.lists) {
      return html`<div class="skeleton"></div>`;
    }
    return html`<div class="lists">${LISTS.map((list) => this.list(list))}</div>
      ${this.trouble()}
      ${this.isChanged()
        ? html`<div class="end">
            <button ?disabled=${this.busy} @click=${this.reset}>${t('words.discard')}</button>
            <button class="primary" ?disabled=${this.busy} @click=${this.save}>${t('action.save')}</button>
          </div>`
        : nothing}`;
  }

  private list(list: List) {
    const wrong = this.violations.filter(({ field }) => field.includes(list));
    const own = this.builtIn![list];
    return html`<section>
      <label for=${list}>${t(`words.${list}`)}</label>
      <p class="hint" id="${list}-hint">${t(`words.${list}.hint`)}</p>
      <textarea id=${list} spellcheck="false" aria-describedby="${list}-hint" aria-invalid=${wrong.length > 0}
        .value=${this.drafts[list]}
        @input=${(e: Event) => (this.drafts = { ...this.drafts, [list]: (e.target as HTMLTextAreaElement).value })}></textarea>
      ${wrong.map((violation) => html`<p class="error" role="alert">${this.inWords(violation)}</p>`)}
      <details><summary>${t(`words.${list}.builtIn`, { n: own.length })}</summary>
        <p class="hint">${own.join(t('list.and'))}</p></details>
    </section>`;
  }

  private inWords({ field, code, message }: Violation): string {
    const key = `words.problem.${code}`;
    const line = /\[(\d+)\]/.exec(field)?.[1];
    const words = hasMessage(key) ? t(key) : message;
    return line === undefined ? words : t('words.line', { n: Number(line) + 1, words });
  }

  private trouble() {
    if (isRefusal(this.failed, 'STALE_VERSION')) {
      return html`<div class="outdated" role="alert"><span>${t('words.outdated')}</span>
        <button class="small" ?disabled=${this.busy} @click=${() => this.load()}>${t('words.reload')}</button>
        <button class="small" ?disabled=${this.busy} @click=${this.saveAnyway}>${t('words.saveAnyway')}</button></div>`;
    }
    return this.failed ? html`<p class="error" role="alert">${explain(this.failed)}</p>` : nothing;
  }
}

customElements.define('siyu-words', SiyuWords);

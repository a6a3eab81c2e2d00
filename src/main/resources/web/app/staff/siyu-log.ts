import { css, html, nothing, type TemplateResult } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { Listing } from '../base/listing.ts';
import { explain } from '../base/problems.ts';
import { chips, controls, states } from '../base/styles.ts';
import type { Page } from '../base/types.ts';
import type { Shop } from '../shop/types.ts';
import { t } from './messages.ts';
import { listPeople, type Period } from './people.ts';
import type { Person } from './types.ts';

/** A list of what people did, newest first, narrowed down by person and days. */
export abstract class SiyuLog<T> extends SiyuElement {
  static properties = {
    shop: { attribute: false }, people: { state: true }, terms: { state: true },
  };
  declare shop: Shop;
  declare people: Person[];
  declare terms: Period;

  static styles = [
    controls,
    chips,
    states,
    css`
      section { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s3); padding: var(--s4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      form { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: var(--s3); }
      ol { list-style: none; margin: 0; padding: 0; display: grid; }
      li { display: grid; gap: var(--s1); padding: var(--s3) 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
      .line { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); align-items: center; }
      pre { margin: 0; padding: var(--s2) var(--s3); border-radius: var(--radius-s); background: var(--sunken); font-size: var(--text-s); white-space: pre-wrap; }
    `,
  ];

  private readonly deeds = new Listing<T>(this, (after) => this.read(after));

  constructor() {
    super();
    this.people = [];
    this.terms = { staff: '', from: '', to: '' };
  }

  connectedCallback(): void {
    super.connectedCallback();
    void this.deeds.load();
    void this.loadPeople();
  }

  protected abstract read(after: string | null): Promise<Page<T>>;

  protected abstract item(item: T): TemplateResult;

  protected abstract hint(): string;

  private async loadPeople(): Promise<void> {
    try {
      const [here, gone] = await Promise.all([listPeople(this.shop.id, null, null), listPeople(this.shop.id, 'LEFT', null)]);
      this.people = [...here.items, ...gone.items];
    } catch {
      // Without their names the list itself is still there.
      this.people = [];
    }
  }

  private narrow(name: keyof Period, event: Event): void {
    this.terms = { ...this.terms, [name]: (event.target as HTMLInputElement).value };
    void this.deeds.restart();
  }

  render() {
    return html`<section>
      <p class="hint">${this.hint()}</p>
      <form @submit=${(e: Event) => e.preventDefault()}>
        <div class="field"><label for="who">${t('log.who')}</label>
          <select id="who" @change=${(e: Event) => this.narrow('staff', e)}>
            <option value="">${t('log.everybody')}</option>
            ${this.people.map((person) => html`<option value=${person.id}>${person.displayName}</option>`)}
          </select></div>
        <div class="field"><label for="from">${t('log.from')}</label><input id="from" type="date" @change=${(e: Event) => this.narrow('from', e)}></div>
        <div class="field"><label for="to">${t('log.to')}</label><input id="to" type="date" @change=${(e: Event) => this.narrow('to', e)}></div>
      </form>
      ${this.list()}
    </section>`;
  }

  private list() {
    const { items, next, problem } = this.deeds;
    if (problem) {
      return html`<div class="state" role="alert">${icons.warn}<p>${explain(problem)}</p>
        <button @click=${() => this.deeds.load()}>${t('action.retry')}</button></div>`;
    }
    if (!items) {
      return html`<p class="hint">${t('state.loading')}</p>`;
    }
    return html`${items.length ? html`<ol>${items.map((item) => this.item(item))}</ol>` : html`<p class="hint">${t('log.none')}</p>`}
      ${next ? html`<button @click=${() => this.deeds.more()}>${t('action.more')}</button>` : nothing}`;
  }
}

import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SiyuElement } from '../base/element.ts';
import { icons } from '../base/icons.ts';
import { Listing } from '../base/listing.ts';
import { toast } from '../base/siyu-toasts.ts';
import { chips, controls, states } from '../base/styles.ts';
import { moment, serverNow } from '../base/time.ts';
import { t, word } from './messages.ts';
import { changePerson, listPeople, removePerson } from './people.ts';
import { explainPerson } from './problems.ts';
import type { Session } from './session.ts';
import type { Person } from './types.ts';
import './siyu-person-form.ts';
import '../base/siyu-confirm.ts';

const COLOURS: Record<string, string> = { ACTIVE: 'green', INVITED: 'blue', AWAY: 'amber', INACTIVE: 'amber', LEFT: '' };

/** Who works in the shop: invite, change, deactivate, remove. */
class SiyuStaff extends SiyuElement {
  static properties = {
    session: { attribute: false },
    withRemoved: { state: true }, edited: { state: true }, leaving: { state: true }, refusal: { state: true }, busy: { state: true },
  };
  declare session: Session;
  declare withRemoved: boolean;
  declare edited: Person | 'new' | undefined;
  declare leaving: Person | undefined;
  declare refusal: unknown;
  declare busy: boolean;

  static styles = [
    controls,
    chips,
    states,
    css`
      section { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s3); padding: var(--s4); background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); }
      .head { display: flex; flex-wrap: wrap; gap: var(--s3); align-items: center; }
      .head .hint { flex: 1 1 240px; }
      .head label { display: flex; gap: var(--s2); align-items: center; min-height: var(--touch); }
      ul { list-style: none; margin: 0; padding: 0; display: grid; }
      li { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s3); align-items: center; padding: var(--s3) 0; border-top: 1px solid var(--line); }
      .who { flex: 1 1 220px; min-width: 0; overflow-wrap: anywhere; display: flex; flex-wrap: wrap; gap: var(--s1) var(--s2); align-items: center; }
      .doings { display: flex; flex-wrap: wrap; gap: var(--s2); }
    `,
  ];

  private readonly people = new Listing<Person>(this, (after) =>
    listPeople(this.session.shop.id, this.withRemoved ? 'LEFT' : null, after));

  connectedCallback(): void {
    super.connectedCallback();
    void this.people.load();
  }

  private show(event: Event): void {
    this.withRemoved = (event.target as HTMLInputElement).checked;
    void this.people.restart();
  }

  private saved(): void {
    this.edited = undefined;
    toast(t('staff.saved'));
    void this.people.load();
  }

  private removed(person: Person): void {
    this.leaving = undefined;
    toast(t('staff.removed', { name: person.displayName }));
    void this.people.load();
  }

  private async setActive(person: Person, active: boolean): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await changePerson(person, { active });
      toast(t(active ? 'staff.reactivated' : 'staff.deactivated', { name: person.displayName }));
    } catch (e) {
      this.refusal = e;
    } finally {
      this.busy = false;
    }
    await this.people.load();
  }

  private ask(person: Person): void {
    this.refusal = undefined;
    this.leaving = person;
  }

  render() {
    return html`<section>
      <div class="head">
        <button class="primary" @click=${() => (this.edited = 'new')}>${icons.plus}${t('staff.invite')}</button>
        <p class="hint">${t('staff.hint')}</p>
        <label><input type="checkbox" .checked=${this.withRemoved} @change=${this.show}>${t('staff.withRemoved')}</label>
      </div>
      ${this.refusal ? html`<p class="error" role="alert">${explainPerson(this.refusal)}</p>` : nothing}
      ${this.list()}
    </section>
    ${this.edited
      ? html`<siyu-person-form .shop=${this.session.shop.id} .person=${this.edited === 'new' ? undefined : this.edited}
          @saved=${this.saved} @dismissed=${() => (this.edited = undefined)}></siyu-person-form>`
      : nothing}
    ${this.leaving ? this.farewell(this.leaving) : nothing}`;
  }

  private list() {
    const { items, next, problem } = this.people;
    if (problem) {
      return html`<div class="state" role="alert">${icons.warn}<p>${explainPerson(problem)}</p>
        <button @click=${() => this.people.load()}>${t('action.retry')}</button></div>`;
    }
    if (!items) {
      return html`<p class="hint">${t('state.loading')}</p>`;
    }
    if (!items.length) {
      return html`<p class="hint">${t('staff.none')}</p>`;
    }
    return html`<ul>${repeat(items, (person) => person.id, (person) => this.person(person))}</ul>
      ${next ? html`<button @click=${() => this.people.more()}>${t('action.more')}</button>` : nothing}`;
  }

  private person(person: Person) {
    return html`<li>
      <span class="who"><strong>${person.displayName}</strong><span class="hint">${person.username}</span>
        <span class="chip ${COLOURS[person.status]}">${word('staffStatus', person.status)}</span>
        ${person.absence ? html`<span class="hint">${t('staff.awayFor', { from: this.when(person.absence.from), until: this.when(person.absence.until) })}</span>` : nothing}
        ${person.roles.map((role) => html`<span class="chip">${word('role', role)}</span>`)}</span>
      ${person.status === 'LEFT' ? nothing : this.doings(person)}
    </li>`;
  }

  private when(instant: string): string {
    return moment(instant, this.session.shop.timeZone, serverNow());
  }

  private doings(person: Person) {
    const isIn = person.status !== 'INACTIVE';
    return html`<span class="doings">
      <button class="small" aria-label=${t('staff.editNamed', { name: person.displayName })} @click=${() => (this.edited = person)}>${t('staff.edit')}</button>
      <button class="small" ?disabled=${this.busy} aria-label=${t(isIn ? 'staff.deactivateNamed' : 'staff.reactivateNamed', { name: person.displayName })}
        @click=${() => this.setActive(person, !isIn)}>${t(isIn ? 'staff.deactivate' : 'staff.reactivate')}</button>
      <button class="small danger" aria-label=${t('staff.removeNamed', { name: person.displayName })} @click=${() => this.ask(person)}>${t('staff.remove')}</button>
    </span>`;
  }

  private farewell(person: Person) {
    return html`<siyu-confirm .heading=${t('staff.removeNamed', { name: person.displayName })} .text=${t('staff.removeText')}
      .submit=${t('staff.remove')} .action=${() => removePerson(person)} .explain=${explainPerson}
      @done=${() => this.removed(person)} @dismissed=${() => (this.leaving = undefined)}></siyu-confirm>`;
  }
}

customElements.define('siyu-staff', SiyuStaff);

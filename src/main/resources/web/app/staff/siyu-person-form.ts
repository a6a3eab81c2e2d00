import { css, html, nothing } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { controls } from '../base/styles.ts';
import { t, word } from './messages.ts';
import { changePerson, invite, ROLES } from './people.ts';
import { explainPerson } from './problems.ts';
import type { Person } from './types.ts';
import '../base/siyu-dialog.ts';

/** Invites a person, or changes a name and roles. Fires `saved` or `dismissed`. */
class SiyuPersonForm extends SiyuElement {
  static properties = {
    shop: {}, person: { attribute: false },
    username: { state: true }, displayName: { state: true }, roles: { state: true },
    busy: { state: true }, problem: { state: true }, invalid: { state: true },
  };
  declare shop: string;
  declare person: Person | undefined;
  declare username: string;
  declare displayName: string;
  declare roles: string[];
  declare busy: boolean;
  declare problem: unknown;
  declare invalid: boolean;

  static styles = [
    controls,
    css`
      form { display: grid; gap: var(--s4); }
      fieldset { border: 0; margin: 0; padding: 0; display: grid; gap: var(--s1); }
      legend { padding: 0; font-size: var(--text-s); font-weight: 600; color: var(--ink-2); }
      .role { display: flex; gap: var(--s2); align-items: center; min-height: var(--touch); font-size: var(--text-m); color: var(--ink); }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    this.username = this.person?.username ?? '';
    this.displayName = this.person?.displayName ?? '';
    this.roles = this.person ? [...this.person.roles] : ['staff'];
    this.invalid = false;
  }

  private isChanged(): boolean {
    return this.person
      ? this.displayName !== this.person.displayName || this.roles.join() !== this.person.roles.join()
      : this.username !== '' || this.displayName !== '';
  }

  private toggle(role: string, on: boolean): void {
    this.roles = ROLES.filter((known) => (known === role ? on : this.roles.includes(known)));
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    this.invalid = !this.roles.length || !(this.person ? this.displayName.trim() : this.username.trim());
    if (this.invalid || this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      const displayName = this.displayName.trim();
      await (this.person
        ? changePerson(this.person, { displayName, roles: this.roles })
        : invite(this.shop, { username: this.username.trim(), displayName: displayName || null, roles: this.roles }));
      this.tell('saved');
    } catch (e) {
      this.problem = e;
    } finally {
      this.busy = false;
    }
  }

  render() {
    const { person } = this;
    return html`<siyu-dialog .heading=${person ? t('staff.editNamed', { name: person.displayName }) : t('staff.invite')}
        .unsaved=${this.isChanged()} @dismissed=${() => this.tell('dismissed')}>
      <form @submit=${this.send}>
        ${person
          ? nothing
          : html`<div class="field"><label for="username">${t('staff.username')}</label>
              <input id="username" maxlength="120" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="username-hint" .value=${this.username}
                @input=${(e: Event) => (this.username = (e.target as HTMLInputElement).value)}>
              <p class="hint" id="username-hint">${t('staff.usernameHint')}</p></div>`}
        <div class="field"><label for="name">${t('staff.displayName')}</label>
          <input id="name" maxlength="120" autocomplete="off" .value=${this.displayName}
            @input=${(e: Event) => (this.displayName = (e.target as HTMLInputElement).value)}></div>
        <fieldset><legend>${t('staff.roles')}</legend>
          ${ROLES.map((role) => html`<label class="role"><input type="checkbox" .checked=${this.roles.includes(role)}
            @change=${(e: Event) => this.toggle(role, (e.target as HTMLInputElement).checked)}>${word('role', role)}</label>`)}
        </fieldset>
        ${this.invalid ? html`<p class="error" role="alert">${t('staff.needNameAndRole')}</p>` : nothing}
        ${this.problem ? html`<p class="error" role="alert">${explainPerson(this.problem)}</p>` : nothing}
      </form>
      <button slot="actions" @click=${() => this.tell('dismissed')}>${t('action.cancel')}</button>
      <button slot="actions" class="primary" ?disabled=${this.busy} @click=${this.send}>${t(person ? 'action.save' : 'staff.invite')}</button>
    </siyu-dialog>`;
  }
}

customElements.define('siyu-person-form', SiyuPersonForm);

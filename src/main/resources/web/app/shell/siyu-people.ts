import { css, html } from 'lit';
import { SiyuElement } from '../base/element.ts';
import { controls } from '../base/styles.ts';
import type { Session } from '../staff/session.ts';
import { t } from './messages.ts';
import '../audit/siyu-audit.ts';
import '../buyer/siyu-reveals.ts';
import '../staff/siyu-staff.ts';

const VIEWS = ['staff', 'audit', 'reveals'] as const;

/** For admins: who works here, what was done, and who looked at contacts. */
class SiyuPeople extends SiyuElement {
  static properties = { session: { attribute: false }, view: {} };
  declare session: Session;
  declare view: string | null;

  static styles = [
    controls,
    css`
      main { max-width: 960px; margin: 0 auto; padding: var(--s5) var(--s4) 96px; display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--s4); }
      nav { display: flex; flex-wrap: wrap; gap: var(--s1); }
      nav a { min-height: var(--touch); padding: 0 var(--s3); display: flex; align-items: center; border-radius: var(--radius-s); color: var(--ink-2); font-weight: 600; text-decoration: none; }
      nav a[aria-current='page'] { color: var(--brand-strong); background: var(--brand-soft); }
      @media (max-width: 700px) { main { padding: var(--s3) var(--s3) 96px; } }
    `,
  ];

  render() {
    const view = VIEWS.find((known) => known === this.view) ?? 'staff';
    return html`<main>
      <h1>${t('people.title')}</h1>
      <nav aria-label=${t('people.title')}>${VIEWS.map((to) => html`<a href="#/people/${to}" aria-current=${to === view ? 'page' : 'false'}>${t(`people.${to}`)}</a>`)}</nav>
      ${this.content(view)}
    </main>`;
  }

  private content(view: (typeof VIEWS)[number]) {
    switch (view) {
      case 'audit':
        return html`<siyu-audit .shop=${this.session.shop}></siyu-audit>`;
      case 'reveals':
        return html`<siyu-reveals .shop=${this.session.shop}></siyu-reveals>`;
      case 'staff':
        return html`<siyu-staff .session=${this.session}></siyu-staff>`;
    }
  }
}

customElements.define('siyu-people', SiyuPeople);

import { css, html } from 'lit';

export const variableStyles = css`
  .variable { background: var(--brand-soft); color: var(--brand-strong); border-radius: 4px; padding: 0 3px; }
`;

/** Sets off what is filled in for each account and follower. */
export function withVariables(copy: string) {
  return copy
    .split(/\{\{\s*(.+?)\s*\}\}/)
    .map((part, i) => (i % 2 ? html`<span class="variable">${part}</span>` : part));
}

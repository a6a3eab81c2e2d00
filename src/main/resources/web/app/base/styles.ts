import { css } from 'lit';

/** Buttons, fields and small things that every component uses. */
export const controls = css`
  *, *::before, *::after { box-sizing: border-box; }
  h1, h2, h3, p { margin: 0; }
  h1 { font-size: var(--text-xl); line-height: 1.3; }
  h2 { font-size: var(--text-l); line-height: 1.35; }
  h3 { font-size: var(--text-m); line-height: 1.4; }
  [hidden] { display: none !important; }
  .icon { flex: none; display: block; }
  .visually-hidden {
    position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  button, .button {
    font: inherit; font-weight: 600; min-height: var(--touch); padding: 0 var(--s4); border-radius: var(--radius-s);
    border: 1px solid var(--line-strong); background: var(--surface); color: var(--ink); cursor: pointer;
    display: inline-flex; align-items: center; justify-content: center; gap: var(--s2); text-decoration: none;
    white-space: nowrap; touch-action: manipulation;
  }
  button:hover:not(:disabled), .button:hover { background: var(--sunken); }
  button:disabled { opacity: .55; cursor: default; }
  button.primary, .button.primary { background: var(--brand); border-color: var(--brand); color: #fff; }
  button.primary:hover:not(:disabled) { background: var(--brand-strong); }
  button.danger { color: var(--red); border-color: #e5b8b5; }
  button.quiet, .button.quiet { border-color: transparent; background: transparent; color: var(--ink-2); padding: 0 var(--s3); }
  button.quiet:hover:not(:disabled), .button.quiet:hover { background: var(--grey-soft); }
  button.small { min-height: 32px; font-size: var(--text-s); padding: 0 var(--s3); }
  button.square, .button.square { width: var(--touch); padding: 0; flex: none; }
  :focus-visible { outline: 3px solid #2b7fd0; outline-offset: 2px; }
  a { color: var(--brand-strong); }
  input, textarea, select {
    font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--line-strong);
    border-radius: var(--radius-s); min-height: var(--touch); padding: var(--s2) var(--s3); width: 100%;
  }
  /* Below 16 px a phone's browser zooms in when a field is focused. */
  @media (max-width: 700px) { input, textarea, select { font-size: 16px; } }
  textarea { min-height: 96px; resize: vertical; }
  input[type='checkbox'], input[type='radio'] {
    width: 20px; height: 20px; min-height: 0; padding: 0; accent-color: var(--brand); flex: none; margin: 0;
  }
  label, .label { font-size: var(--text-s); font-weight: 600; color: var(--ink-2); }
  .field { display: grid; gap: var(--s1); }
  .hint { font-size: var(--text-s); color: var(--ink-3); }
  .error { font-size: var(--text-s); color: var(--red); }
  .muted { color: var(--ink-3); }
  .pre { white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** Coloured chips for kinds, states and days. */
export const chips = css`
  .chip {
    display: inline-flex; align-items: center; gap: var(--s1); padding: 1px var(--s2); border-radius: 999px;
    font-size: var(--text-xs); font-weight: 600; line-height: 20px; white-space: nowrap;
    background: var(--grey-soft); color: var(--ink-2);
  }
  .chip .icon { width: 14px; height: 14px; }
  .blue { background: var(--blue-soft); color: var(--blue); }
  .violet { background: var(--violet-soft); color: var(--violet); }
  .teal { background: var(--brand-soft); color: var(--brand-strong); }
  .amber { background: var(--amber-soft); color: var(--amber); }
  .red { background: var(--red-soft); color: var(--red); }
  .green { background: var(--green-soft); color: var(--green); }
`;

/** The look of panels with a message in the middle: nothing here, failed, loading. */
export const states = css`
  .state {
    display: grid; justify-items: center; gap: var(--s3); text-align: center; padding: 56px var(--s5);
    color: var(--ink-2);
  }
  .state .icon { width: 40px; height: 40px; color: var(--ink-3); }
  .state h2 { color: var(--ink); }
  .skeleton {
    border-radius: var(--radius); background: linear-gradient(90deg, #e9edf0 25%, #f3f5f7 50%, #e9edf0 75%);
    background-size: 200% 100%; animation: shimmer 1.4s linear infinite;
  }
  @keyframes shimmer { to { background-position: -200% 0; } }
  @media (prefers-reduced-motion: reduce) { .skeleton { animation: none; } }
`;

import { svg, type SVGTemplateResult } from 'lit';

function icon(paths: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg class="icon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor"
    stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;
}

export const icons = {
  addFriend: icon(svg`<circle cx="10" cy="8.5" r="3.5"/><path d="M4 19.5c.6-3.6 3-5.5 6-5.5s5.4 1.9 6 5.5M18.5 8v5M16 10.5h5"/>`),
  chat: icon(svg`<path d="M5 5h14a1.5 1.5 0 0 1 1.5 1.5v8A1.5 1.5 0 0 1 19 16h-7l-4.5 3.5V16H5a1.5 1.5 0 0 1-1.5-1.5v-8A1.5 1.5 0 0 1 5 5z"/><path d="M8 10.5h.01M12 10.5h.01M16 10.5h.01"/>`),
  people: icon(svg`<circle cx="9" cy="9" r="3.2"/><path d="M3.5 19c.5-3.2 2.7-5 5.5-5s5 1.8 5.5 5"/><path d="M15.5 6.2a3.2 3.2 0 0 1 0 5.6M17 14.4c1.9.7 3.1 2.3 3.5 4.6"/>`),
  moment: icon(svg`<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="3.2"/><path d="M12 3.5v5.3M20.5 12h-5.3M12 20.5v-5.3M3.5 12h5.3"/>`),
  copy: icon(svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2"/>`),
  check: icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`),
  back: icon(svg`<path d="M14.5 5.5L8 12l6.5 6.5"/>`),
  next: icon(svg`<path d="M9.5 5.5L16 12l-6.5 6.5"/>`),
  up: icon(svg`<path d="M12 19V6M6.5 11.5L12 6l5.5 5.5"/>`),
  down: icon(svg`<path d="M12 5v13M6.5 12.5L12 18l5.5-5.5"/>`),
  close: icon(svg`<path d="M6 6l12 12M18 6L6 18"/>`),
  clock: icon(svg`<circle cx="12" cy="12" r="8"/><path d="M12 7.5V12l3 2"/>`),
  skip: icon(svg`<path d="M5 6l8 6-8 6zM18 6v12"/>`),
  feedback: icon(svg`<path d="M12 20.5h8M4 20l1-4L16.5 4.5a2.1 2.1 0 0 1 3 3L8 19z"/>`),
  search: icon(svg`<circle cx="11" cy="11" r="6"/><path d="M20 20l-4.5-4.5"/>`),
  warn: icon(svg`<path d="M12 4l9 16H3zM12 10v4.5M12 17.5h.01"/>`),
  refresh: icon(svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15"/>`),
  cycle: icon(svg`<path d="M4.5 12a7.5 7.5 0 0 1 12.8-5.3L19.5 9M19.5 4.5V9H15M19.5 12a7.5 7.5 0 0 1-12.8 5.3L4.5 15M4.5 19.5V15H9"/>`),
  plus: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  tiers: icon(svg`<path d="M12 4l8.5 4.5L12 13 3.5 8.5zM4.5 12.5L12 16.5l7.5-4M4.5 16L12 20l7.5-4"/>`),
  words: icon(svg`<path d="M4 6h16M4 11h9M4 16h6"/><circle cx="17" cy="16" r="4"/><path d="M14.2 18.8l5.6-5.6"/>`),
  calendar: icon(svg`<rect x="4" y="5.5" width="16" height="14.5" rx="2"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>`),
  tasks: icon(svg`<path d="M4 7l1.5 1.5L8 6M4 13l1.5 1.5L8 12M4 19l1.5 1.5L8 18M12 7.5h8M12 13.5h8M12 19.5h8"/>`),
  logout: icon(svg`<path d="M14 4.5H6.5A1.5 1.5 0 0 0 5 6v12a1.5 1.5 0 0 0 1.5 1.5H14M10 12h10M17 8.5l3.5 3.5-3.5 3.5"/>`),
  upload: icon(svg`<path d="M12 16V5M7.5 9.5L12 5l4.5 4.5M4.5 16v2A1.5 1.5 0 0 0 6 19.5h12a1.5 1.5 0 0 0 1.5-1.5v-2"/>`),
  image: icon(svg`<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.5"/><path d="M5 17.5l4.5-4 3 2.5 3.5-3.5 3.5 3.5"/>`),
  video: icon(svg`<rect x="3.5" y="6" width="12" height="12" rx="2"/><path d="M15.5 10.5l5-2.5v8l-5-2.5"/>`),
};

import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SiyuElement } from '../../base/element.ts';
import { chips, controls } from '../../base/styles.ts';
import { longDay } from '../../base/time.ts';
import { kindColours, kindIcons } from '../../content/kinds.ts';
import type { Script } from '../../content/types.ts';
import { variableStyles, withVariables } from '../../content/variables.ts';
import type { Tally } from '../../retrospective/types.ts';
import { t, word } from './messages.ts';
import type { Post } from './types.ts';

/** Characters that fit into three lines. */
const LONG_COPY = 66;

function kindOf(post: Post): string {
  const { momentNo: no, momentCount: count } = post;
  return no && count ? t('post.momentNo', { kind: word('kind', post.kind), no, count }) : word('kind', post.kind);
}

/** One of a campaign's days: its posts in the order they go out. */
class SiyuDayColumn extends SiyuElement {
  static properties = {
    day: { type: Number, reflect: true },
    date: {},
    posts: { attribute: false },
    scripts: { attribute: false },
    progress: { attribute: false },
    unfolded: { state: true },
  };
  declare day: number;
  declare date: string;
  declare posts: Post[];
  declare scripts: Map<string, Script>;
  /** By post id; empty before there are tasks. */
  declare progress: Map<string, Tally>;
  declare unfolded: Set<string>;

  static styles = [
    controls,
    chips,
    variableStyles,
    css`
      :host { display: block; min-width: 0; }
      header { padding: 0 var(--s1) var(--s2); display: flex; align-items: baseline; gap: var(--s2); border-bottom: 3px solid var(--line-strong);
        margin-bottom: var(--s3); }
      :host([day='1']) header { border-color: #2b9c8c; }
      :host([day='2']) header { border-color: #d99a2b; }
      :host([day='3']) header { border-color: #d0524a; }
      header span { color: var(--ink-3); font-size: var(--text-s); margin-inline-start: auto; }
      ol { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--s2); }
      li { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: var(--s3); display: grid;
        gap: var(--s2); box-shadow: var(--shadow-1); min-width: 0; }
      .top { display: flex; align-items: center; gap: var(--s2); flex-wrap: wrap; }
      .top time { font-weight: 700; font-variant-numeric: tabular-nums; }
      .title { font-weight: 600; overflow-wrap: anywhere; }
      .copy { color: var(--ink-2); font-size: var(--text-s); line-height: 1.6; white-space: pre-line; overflow-wrap: anywhere; }
      .folded { display: -webkit-box; -webkit-line-clamp: 3; -webkit-box-orient: vertical; overflow: hidden; }
      button.more { min-height: 28px; padding: 0; justify-self: start; color: var(--brand-strong); font-size: var(--text-s); }
      .none { color: var(--ink-3); font-size: var(--text-s); padding: var(--s4); text-align: center; border: 1px dashed var(--line-strong);
        border-radius: var(--radius); }
      .progress { display: grid; gap: 2px; font-size: var(--text-xs); color: var(--ink-2); }
      progress { width: 100%; height: 6px; accent-color: var(--brand); }
    `,
  ];

  constructor() {
    super();
    this.posts = [];
    this.scripts = new Map();
    this.progress = new Map();
    this.unfolded = new Set();
  }

  render() {
    return html`<section aria-labelledby="heading">
      <header><h2 id="heading">${t(`day.${this.day as 1 | 2 | 3 | 4 | 5 | 6 | 7}`)}</h2><span>${longDay(this.date)}</span></header>
      ${this.posts.length
        ? html`<ol>${repeat(this.posts, (post) => post.id, (post) => this.post(post))}</ol>`
        : html`<p class="none">${t('post.none')}</p>`}
    </section>`;
  }

  private post(post: Post) {
    const script = this.scripts.get(post.id);
    const line = post.line ?? script?.line;
    return html`<li>
      <div class="top">
        <time>${post.at}</time>
        <span class="chip ${kindColours[post.kind]}">${kindIcons[post.kind]}${kindOf(post)}</span>
        ${line ? html`<span class="chip">${word('line', line)}</span>` : nothing}
        ${post.visibleTo ? html`<span class="chip">${post.visibleTo}</span>` : nothing}
        ${post.newerScriptVersion ? html`<span class="chip amber">${t('post.newerScript')}</span>` : nothing}
        ${post.audience.tiers.map((tier) => html`<span class="chip">${word('tier', tier)}</span>`)}
      </div>
      ${script ? this.script(post, script) : html`<p class="copy">${t('post.noScript')}</p>`}
      ${this.tasks(this.progress.get(post.id))}
    </li>`;
  }

  private script(post: Post, script: Script) {
    const isLong = script.copy.length > LONG_COPY;
    const isOpen = this.unfolded.has(post.id);
    return html`<div class="title">${script.title}</div>
      <p class="copy ${isLong && !isOpen ? 'folded' : ''}">${withVariables(script.copy)}</p>
      ${isLong
        ? html`<button class="quiet more" aria-expanded=${isOpen} @click=${() => this.fold(post.id)}>
            ${t(isOpen ? 'action.less' : 'action.whole')}</button>`
        : nothing}`;
  }

  private fold(id: string): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(id)) {
      unfolded.add(id);
    }
    this.unfolded = unfolded;
  }

  private tasks(progress: Tally | undefined) {
    if (!progress?.tasks) {
      return nothing;
    }
    const { tasks: total, done, skipped, expired, overdue } = progress;
    const rest = [
      skipped ? t('progress.skipped', { n: skipped }) : '',
      expired ? t('progress.expired', { n: expired }) : '',
      overdue ? t('progress.overdue', { n: overdue }) : '',
    ];
    return html`<div class="progress">
      <span>${[t('progress.done', { done, total }), ...rest].filter(Boolean).join(' · ')}</span>
      <progress max=${total} value=${done} aria-label=${t('progress.label')}></progress>
    </div>`;
  }
}

customElements.define('siyu-day-column', SiyuDayColumn);

import { css, html, nothing } from 'lit';
import { SiyuElement } from '../../base/element.ts';
import { chips, controls } from '../../base/styles.ts';
import { longDay, shortDay } from '../../base/time.ts';
import { t, word } from './messages.ts';
import type { Cadence, Plan, PlanComparison, PlanWindow, Window } from './types.ts';

/** What becomes of a window or of a campaign that is there. */
type Fate = 'create' | 'keep' | 'move' | 'remove' | 'stay' | 'begun' | 'tooSoon';

const COLOURS: Record<Fate, string> = {
  create: 'green', keep: '', move: 'blue', remove: 'red', stay: 'amber', begun: '', tooSoon: 'amber',
};

interface Line {
  day: string;
  fate: Fate;
  title: string;
  window?: PlanWindow;
  notes: string[];
}

/** A plan as it would change the calendar, by day: what comes, stays, moves and goes, and why. */
class SiyuPlanPreview extends SiyuElement {
  static properties = { plan: { attribute: false } };
  declare plan: Plan;

  static styles = [
    controls,
    chips,
    css`
      :host { display: block; }
      section { display: grid; gap: var(--s3); }
      .why { background: var(--brand-soft); color: var(--brand-strong); border-radius: var(--radius-s); padding: var(--s3); display: grid; gap: var(--s1); }
      .why .other { color: var(--ink-2); }
      .counts { display: flex; flex-wrap: wrap; gap: var(--s2); }
      ol { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--s2); }
      li { border: 1px solid var(--line); border-radius: var(--radius-s); padding: var(--s2) var(--s3); display: grid; gap: var(--s1); }
      li.remove .title { text-decoration: line-through; color: var(--ink-2); }
      .head { display: flex; flex-wrap: wrap; gap: var(--s2); align-items: center; }
      .note { font-size: var(--text-s); color: var(--ink-2); }
    `,
  ];

  render() {
    const { plan } = this;
    if (!plan.windows.length && !plan.diff.remove.length) {
      return html`<p role="status">${t('plan.none')}</p>`;
    }
    return html`<section aria-label=${t('plan.preview')} aria-live="polite">
      <h3>${t('plan.found', { n: plan.campaigns, days: plan.campaignDays })}</h3>
      <div class="why">
        <span>${because(plan.cadence)}</span>
        ${plan.comparison ? html`<span class="other">${compared(plan.comparison)}</span>` : nothing}
      </div>
      <div class="counts">${this.counts()}</div>
      <ol>${this.lines().map((line) => this.line(line))}</ol>
      ${plan.cut.length ? html`<p class="note">${t('plan.cut', { days: plan.cut.map((w) => `${span(w)} ${word('node', w.node)}`.trim()).join(t('list.and')) })}</p>` : nothing}
    </section>`;
  }

  private counts() {
    const { create, keep, move, remove, untouchable, tooSoon } = this.plan.diff;
    const all: [Fate, number][] = [
      ['create', create.length], ['keep', keep.length], ['move', move.length], ['remove', remove.length], ['stay', untouchable.length], ['tooSoon', tooSoon.length],
    ];
    return all.filter(([, n]) => n).map(([fate, n]) => html`<span class="chip ${COLOURS[fate]}">${t(`fate.${fate}`)} ${n}</span>`);
  }

  private lines(): Line[] {
    const { diff, windows } = this.plan;
    const moved = new Map(diff.move.map((draft) => [draft.startDay, draft.fromDay ?? '']));
    const kept = new Set(diff.keep.map((draft) => draft.startDay));
    const begun = new Set(diff.begun.map((window) => window.startDay));
    const tooSoon = new Set(diff.tooSoon.map((window) => window.startDay));
    const taken = new Set(diff.untouchable.flatMap((there) => there.absorbed.map((gone) => gone.startDay)));
    const fateOf = (day: string): Fate => (moved.has(day) ? 'move' : kept.has(day) ? 'keep' : begun.has(day) ? 'begun' : tooSoon.has(day) ? 'tooSoon' : 'create');
    const planned = windows.filter((window) => !taken.has(window.startDay)).map((window): Line => {
      const from = moved.get(window.startDay);
      const notes = from ? [t('plan.movedFrom', { day: longDay(from) })] : [];
      return { day: window.startDay, fate: fateOf(window.startDay), title: span(window), window, notes: [...notes, ...window.absorbed.map(absorption)] };
    });
    const removed = diff.remove.map((draft): Line => ({ day: draft.startDay, fate: 'remove', title: span(draft), notes: [draft.name] }));
    const standing = diff.untouchable.map((there): Line => ({
      day: there.startDay, fate: 'stay', title: span(there), notes: [
        `${there.name} · ${word('untouchable', there.why)}`,
        ...there.absorbed.map((gone) => t('plan.givesWay', { window: word('node', gone.node) || t('plan.byCadence'), days: `${shortDay(gone.startDay)}–${shortDay(gone.endDay)}` })),
      ],
    }));
    return [...planned, ...removed, ...standing].sort((a, b) => a.day.localeCompare(b.day));
  }

  private line(line: Line) {
    return html`<li class=${line.fate}>
      <div class="head"><span class="chip ${COLOURS[line.fate]}">${t(`fate.${line.fate}`)}</span><strong class="title">${line.title}</strong>
        ${line.window ? source(line.window) : nothing}</div>
      ${line.notes.map((note) => html`<div class="note">${note}</div>`)}
    </li>`;
  }
}

function span(window: { startDay: string; endDay: string }): string {
  return `${longDay(window.startDay)} – ${longDay(window.endDay)}`;
}

function source(window: Window) {
  return window.source === 'NODE'
    ? html`<span class="chip red">${word('node', window.node)}</span>`
    : html`<span class="chip">${t('plan.byCadence')}</span>`;
}

function absorption(gone: PlanWindow['absorbed'][number]): string {
  const key = gone.reason === 'NODE_OVERLAP' ? 'plan.absorbedNode' : gone.gapDays ? 'plan.absorbedNear' : 'plan.absorbedOverlap';
  return t(key, { days: `${shortDay(gone.startDay)}–${shortDay(gone.endDay)}`, node: word('node', gone.node), gap: gone.gapDays });
}

/** The cadence and what it rests on, in words. */
function because(cadence: Cadence): string {
  const cycle = cadence.basis === 'DEFAULT'
    ? t('cadence.default', { n: round(cadence.cycleDays) })
    : t('cadence.measured', {
        basis: word('basis', cadence.basis), n: round(cadence.cycleDays), intervals: cadence.intervals, confidence: word('confidence', cadence.confidence),
      });
  const step = cadence.reason === 'GIVEN' ? '' : t(`cadence.${cadence.reason}`, {
    factor: cadence.factor ?? '', wanted: round(cadence.wantedDays ?? 0), ladder: cadence.ladder.join(' / '), days: cadence.days,
  });
  return `${cycle}${step}`;
}

function compared(comparison: PlanComparison): string {
  const { own, moreCampaigns, moreCampaignDays, added, gone, moved } = comparison;
  const signed = (n: number) => (n > 0 ? `+${n}` : String(n));
  return t('plan.compared', {
    own: own.cadence.days, campaigns: own.campaigns, more: signed(moreCampaigns), days: signed(moreCampaignDays),
    added: added.length, gone: gone.length, moved: moved.length,
  });
}

function round(days: number): number {
  return Math.round(days * 10) / 10;
}

customElements.define('siyu-plan-preview', SiyuPlanPreview);

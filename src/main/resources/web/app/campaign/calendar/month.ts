import { plusDays } from '../../base/time.ts';

/** Something that covers whole days, first and last included. */
export interface Span {
  from: string;
  to: string;
}

/** The part of a span that lies in one week, and the row it is drawn in. */
export interface Bar<T> {
  item: T;
  /** 1 for Monday. */
  column: number;
  days: number;
  /** 0 is the uppermost. */
  lane: number;
  startsHere: boolean;
  endsHere: boolean;
}

/** Weeks of a month `yyyy-MM`, Monday to Sunday, filled up with the days around it. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: string[][] = [];
  for (let day = plusDays(first, -weekday); day.slice(0, 7) <= month; ) {
    const week = [...Array(7).keys()].map((i) => plusDays(day, i));
    weeks.push(week);
    day = plusDays(day, 7);
  }
  return weeks;
}

/** Lays what touches a week into as few rows as possible, without two sharing a day of a row. */
export function barsOf<T>(week: string[], items: T[], spanOf: (item: T) => Span): Bar<T>[] {
  const [monday, sunday] = [week[0], week[6]];
  const lanes: string[] = [];
  return items
    .map((item) => ({ item, ...spanOf(item) }))
    .filter(({ from, to }) => from <= sunday && to >= monday)
    .sort((a, b) => a.from.localeCompare(b.from) || b.to.localeCompare(a.to))
    .map(({ item, from, to }) => {
      const start = from < monday ? monday : from;
      const end = to > sunday ? sunday : to;
      let lane = lanes.findIndex((until) => until < start);
      lane = lane < 0 ? lanes.length : lane;
      lanes[lane] = end;
      const column = week.indexOf(start) + 1;
      return { item, column, days: week.indexOf(end) + 2 - column, lane, startsHere: from === start, endsHere: to === end };
    });
}

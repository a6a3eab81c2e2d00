import { locale } from './i18n.ts';
import { t } from './messages.ts';

const MINUTE = 60_000;
/** The server's time less ours, in milliseconds. */
let skew = 0;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Takes the server's word for what time it is; less than a minute apart is the travel of an answer. */
export function noteServerTime(date: string | null): void {
  const apart = date ? Date.parse(date) - Date.now() : NaN;
  if (!Number.isNaN(apart)) {
    skew = Math.abs(apart) < MINUTE ? 0 : apart;
  }
}

/** Milliseconds since 1970, by the server's clock. */
export function serverNow(): number {
  return Date.now() + skew;
}

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale(), zone, options]);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale(), { ...options, timeZone: zone });
    formats.set(key, made);
  }
  return made;
}

/** The day `yyyy-MM-dd` that an instant falls on in a shop's zone. */
export function dayOf(instant: string | number | Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(instant));
}

export function clockTime(instant: string, zone: string): string {
  return format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

/** Time of day, with the day in front of it unless it is `today`. */
export function moment(instant: string, zone: string, now: number): string {
  const day = dayOf(instant, zone);
  const time = clockTime(instant, zone);
  if (day === dayOf(now, zone)) {
    return t('time.today', { time });
  }
  return `${shortDay(day)} ${time}`;
}

/** How late or how soon, in the largest unit that fits. */
export function distance(from: number, to: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(to - from) / MINUTE));
  if (minutes < 60) {
    return t('time.minutes', { n: minutes });
  }
  const hours = Math.round(minutes / 60);
  return hours < 48 ? t('time.hours', { n: hours }) : t('time.days', { n: Math.round(hours / 24) });
}

export function shortDay(day: string): string {
  return format('UTC', { month: 'numeric', day: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
}

/** With the year unless it is that of `today`. */
export function datedDay(day: string, today: string): string {
  if (day.slice(0, 4) === today.slice(0, 4)) {
    return shortDay(day);
  }
  return format('UTC', { year: 'numeric', month: 'numeric', day: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
}

export function longDay(day: string): string {
  return format('UTC', { month: 'long', day: 'numeric', weekday: 'short' }).format(new Date(`${day}T00:00:00Z`));
}

export function monthTitle(month: string): string {
  return format('UTC', { year: 'numeric', month: 'long' }).format(new Date(`${month}-01T00:00:00Z`));
}

/** Monday to Sunday. */
export function weekdayNames(): string[] {
  return [...Array(7).keys()].map((i) => format('UTC', { weekday: 'short' }).format(new Date(Date.UTC(2024, 0, 1 + i))));
}

export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export function plusMonths(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 7);
}

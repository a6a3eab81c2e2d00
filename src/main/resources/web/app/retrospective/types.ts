/** How far some tasks are. */
export interface Tally {
  tasks: number;
  done: number;
  skipped: number;
  expired: number;
  overdue: number;
}

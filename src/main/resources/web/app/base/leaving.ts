import { t } from './messages.ts';

type IsChanged = () => boolean;

let guard: IsChanged | undefined;

/** Asks before the page is left, closed or reloaded while there is something that would be lost. */
export function guardLeaving(isChanged: IsChanged): void {
  guard = isChanged;
  addEventListener('beforeunload', warn);
}

export function freeLeaving(isChanged: IsChanged): void {
  if (guard === isChanged) {
    guard = undefined;
    removeEventListener('beforeunload', warn);
  }
}

/** Whether the page may go; asks where something would be lost. */
export function mayLeave(): boolean {
  return !guard?.() || confirm(t('page.leave'));
}

function warn(event: BeforeUnloadEvent): void {
  if (guard?.()) {
    event.preventDefault();
  }
}

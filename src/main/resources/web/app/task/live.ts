const POLL_MS = 20_000;
const GATHER_MS = 400;

/**
 * Calls `changed` soon after something in the queue changed: told by the server's event stream, or every 20 s while
 * there is none, and when the page comes back to the front.
 *
 * @returns stops it
 */
export function watchQueue(changed: () => void): () => void {
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;
  const soon = () => {
    clearTimeout(gathering);
    gathering = setTimeout(changed, GATHER_MS);
  };
  const poll = (on: boolean) => {
    clearInterval(polling);
    polling = on ? setInterval(() => document.visibilityState === 'visible' && soon(), POLL_MS) : undefined;
  };
  const stream = new EventSource('/api/v1/tasks/events');
  stream.onopen = () => poll(false);
  stream.onmessage = soon;
  stream.addEventListener('task', soon);
  stream.addEventListener('reset', soon);
  // The browser reconnects by itself after most failures; polling covers the time until then, and the rest.
  stream.onerror = () => poll(true);
  const onFront = () => document.visibilityState === 'visible' && soon();
  document.addEventListener('visibilitychange', onFront);
  addEventListener('online', soon);
  return () => {
    stream.close();
    clearTimeout(gathering);
    poll(false);
    document.removeEventListener('visibilitychange', onFront);
    removeEventListener('online', soon);
  };
}

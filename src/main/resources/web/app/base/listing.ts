import type { Page } from './types.ts';

/** A list that is read page by page. Of questions that are under way at once only the answer to the last one counts. */
export class Listing<T> {
  /** Nothing until the first page is there. */
  items: T[] | undefined;
  /** Where the next page begins; null behind the last one. */
  next: string | null = null;
  problem: unknown;
  loading = false;
  private asked = 0;

  /** @param host is drawn again whenever something of the list changes */
  constructor(
    private readonly host: { requestUpdate(): void },
    private readonly read: (after: string | null) => Promise<Page<T>>,
  ) {}

  /** Reads from the beginning; what is there stays until the answer comes. */
  load(): Promise<void> {
    return this.ask(null);
  }

  more(): Promise<void> {
    return this.ask(this.next);
  }

  /** Reads another list, of which nothing is there yet. */
  restart(): Promise<void> {
    this.items = undefined;
    this.next = null;
    return this.load();
  }

  private async ask(after: string | null): Promise<void> {
    const asked = ++this.asked;
    this.loading = true;
    this.problem = undefined;
    this.host.requestUpdate();
    try {
      const page = await this.read(after);
      if (asked === this.asked) {
        this.items = after ? [...(this.items ?? []), ...page.items] : page.items;
        this.next = page.next;
      }
    } catch (e) {
      if (asked === this.asked) {
        this.problem = e;
      }
    } finally {
      this.loading = asked !== this.asked;
      this.host.requestUpdate();
    }
  }
}

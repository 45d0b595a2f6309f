/** A request was here so lately that its caller may be about to send the next one. */
const busyForMs = 15;
/** However busy it is, the house's own work gets a turn this often: it is late, never starved. */
const turnEveryMs = 20;
/** Without requests in sight: few enough that one which arrives now does not wait long. */
const backgroundInGroup = 2;

/**
 * Who is next at the writer. Requests come first, in the order they came; work that nobody waits
 * for (listeners to events) gives way to them and fills the pauses.
 */
export class WaitingLine<Item> {
  #requests: Item[] = [];
  #background: Item[] = [];
  #requestAtMs = -Infinity;
  #turnAtMs = -Infinity;

  get length(): number {
    return this.#requests.length + this.#background.length;
  }

  push(item: Item, background: boolean): void {
    (background ? this.#background : this.#requests).push(item);
  }

  /** The next item, given how much background work the group has taken; none: let some time pass. */
  next(nowMs: number, backgroundTaken: number): { item: Item; background: boolean } | null {
    if (this.#background.length > 0 && nowMs - this.#turnAtMs >= turnEveryMs) {
      return this.#takeBackground(nowMs);
    }
    const request = this.#requests.shift();
    if (request !== undefined) {
      this.#requestAtMs = nowMs;
      return { item: request, background: false };
    }
    const isQuiet = nowMs - this.#requestAtMs >= busyForMs;
    if (this.#background.length === 0 || !isQuiet || backgroundTaken >= backgroundInGroup) {
      return null;
    }
    return this.#takeBackground(nowMs);
  }

  /** Everybody, or the first so many, requests before background. */
  takeAll(most = Infinity): Item[] {
    const taken = this.#requests.splice(0, most);
    return [...taken, ...this.#background.splice(0, most - taken.length)];
  }

  #takeBackground(nowMs: number): { item: Item; background: boolean } {
    this.#turnAtMs = nowMs;
    return { item: this.#background.shift()!, background: true };
  }
}

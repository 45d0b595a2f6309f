/**
 * How the relay hears that there is work. A wake-up says nothing and may be lost: the outbox is the
 * truth and the sweep finds what nobody was woken for.
 */
export type WakeUps = {
  enqueue(): Promise<void>;
  listen(wake: () => void): void;
  close(): Promise<void>;
};

/** Without a queue only the sweep drives the relay. */
export const noWakeUps: WakeUps = {
  enqueue: () => Promise.resolve(),
  listen: () => {},
  close: () => Promise.resolve(),
};

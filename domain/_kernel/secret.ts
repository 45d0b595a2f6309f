/**
 * A value that is written to its own table but never told to the diary: an event that carries one
 * leaves it out of the audit trail and the outbox, where it would be kept and shown.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toJSON(): undefined {
    return undefined;
  }

  toString(): string {
    return "(secret)";
  }
}

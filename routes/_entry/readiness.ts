/**
 * What has to be well for the house to serve, by name. A room that the routes do not know (the relay)
 * says for itself how it is: main.ts brings the two together.
 */
export class Readiness {
  #checks = new Map<string, () => boolean>();

  check(name: string, isWell: () => boolean): void {
    this.#checks.set(name, isWell);
  }

  checks(): Record<string, boolean> {
    return Object.fromEntries([...this.#checks].map(([name, isWell]) => [name, isWell()]));
  }
}

/** A bad value stops the start; both languages, since nobody knows yet who reads it. */
export class BadConfig extends Error {
  override name = "BadConfig";
  constructor(english: string, chinese: string) {
    super(`${english}. ${chinese}。`);
  }
}

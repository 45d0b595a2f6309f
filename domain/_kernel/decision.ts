/** What every refusal carries: its reason, and where in the command it belongs (a JSON pointer). */
export type RefusalBase = { reason: string; at?: string };

/** The business says yes with events, or no with at least one reason. Never an exception. */
export type Decision<Event, Refusal extends RefusalBase> =
  | { ok: true; events: Event[]; refusals?: undefined }
  | { ok: false; refusals: [Refusal, ...Refusal[]]; events?: undefined };

export function accept<Event>(...events: Event[]): { ok: true; events: Event[] } {
  return { ok: true, events };
}

export function refuse<Refusal extends RefusalBase>(
  first: Refusal,
  ...more: Refusal[]
): { ok: false; refusals: [Refusal, ...Refusal[]] } {
  return { ok: false, refusals: [first, ...more] };
}

/** Refuses with all that was found, or goes on: the usual end of a list of checks. */
export function refuseIfAny<Refusal extends RefusalBase>(
  found: Refusal[],
): { ok: false; refusals: [Refusal, ...Refusal[]] } | null {
  const [first, ...more] = found;
  return first ? refuse(first, ...more) : null;
}

import { faultReason, jsonOf } from "./log.ts";

const ofUnits = new WeakSet<object>();
let watching = false;

/** Marks an error that a unit has thrown: the unit answers for it, whoever else hears of it. */
export function ofUnit<Thrown>(error: Thrown): Thrown {
  if (typeof error === "object" && error !== null) ofUnits.add(error);
  return error;
}

/**
 * A statement that nobody awaits rejects into the void, and Deno would end the process with all other
 * requests. Its unit is undone already, so the process lives on and says loudly what it saw.
 */
export function surviveStrays(): void {
  if (watching) return;
  watching = true;
  addEventListener("unhandledrejection", (event) => {
    if (!ofUnits.has(event.reason)) return;
    event.preventDefault();
    const reason = faultReason(event.reason);
    console.error(jsonOf({ event: "await_left_out", level: "error", reason }));
  });
}

import { checkAudit, checkInvariants } from "~/db/_engine/check_worker.ts";
import type { Engine } from "~/db/_engine/engine.ts";
import { purge } from "~/db/platform/purging.ts";
import type { ClockEntry } from "./_engine/clock.ts";
import { voidExpiredReservations } from "./inventory/expire_reservations.ts";
import { remindWaitingApprovers } from "./order/remind_approvers.ts";
import { backUpDaily } from "./platform/daily_backup.ts";

export type ClockContext = { engine: Engine; backupFolder: string };

/** Everything the clock does. Times are UTC: 18:00 is two in the morning in China. */
export const clock: readonly ClockEntry<ClockContext>[] = [
  {
    name: "expire reservations",
    schedule: "* * * * *",
    run: async ({ engine }) => void await voidExpiredReservations(engine),
  },
  {
    name: "remind approvers",
    schedule: "0 1 * * *",
    run: async ({ engine }) => void await remindWaitingApprovers(engine),
  },
  {
    name: "check invariants",
    schedule: "*/10 * * * *",
    run: async ({ engine }) => void await checkInvariants(engine),
  },
  {
    name: "verify audit chain",
    schedule: "30 17 * * *",
    run: async ({ engine }) => void await checkAudit(engine),
  },
  {
    name: "back up",
    schedule: "0 18 * * *",
    run: ({ engine, backupFolder }) => backUpDaily(engine, backupFolder),
  },
  {
    name: "purge what is past its keeping time",
    schedule: "0 19 * * *",
    run: async ({ engine }) => void await purge(engine),
  },
];

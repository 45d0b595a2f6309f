import { countCap, countInvited, listParked, newestUpkeep } from "~/db/platform/house_state.ts";
import { dayMs, plusMs } from "~/domain/_kernel/period.ts";
import type { HomeCtx, HomePart } from "~/routes/_entry/home_part.ts";
import { cappedCount } from "~/views/_kit/number.tsx";
import { paths } from "~/views/_kit/paths.ts";
import type { TodoLink } from "~/views/_kit/rows.tsx";
import { texts } from "~/views/text.ts";

const backupEveryMs = 1.25 * dayMs;

function parkedWork(ctx: HomeCtx): TodoLink[] {
  const t = texts(ctx.lang).platform.home;
  const { length } = listParked(ctx.readerFor("system", "read"), countCap + 1);
  if (length === 0) return [];
  return [{
    href: paths.system(),
    label: t.parked(cappedCount(length, countCap)),
    note: t.parkedWhy,
    value: t.look,
  }];
}

/** A house without data needs no backup yet; one with data does, every day. */
function backup(ctx: HomeCtx): TodoLink[] {
  const reader = ctx.readerFor("system", "read");
  const t = texts(ctx.lang).platform.home;
  const newest = newestUpkeep(reader).find(({ kind }) => kind === "backup");
  const isFresh = newest?.ok && plusMs(newest.at, backupEveryMs) > ctx.now;
  if (isFresh) return [];
  return [{
    href: paths.system(),
    label: newest ? t.backupLate : t.neverBackedUp,
    value: t.look,
  }];
}

function invitations(ctx: HomeCtx): TodoLink[] {
  const t = texts(ctx.lang).platform.home;
  const count = countInvited(ctx.readerFor("user", "read"));
  if (count === 0) return [];
  return [{
    href: paths.users({ state: "invited" }),
    label: t.invited(cappedCount(count, countCap)),
    note: t.invitedWhy,
    value: t.look,
  }];
}

export const platformHome: HomePart[] = [
  { kind: "todo", resource: "system", action: "repair", links: parkedWork },
  { kind: "todo", resource: "system", action: "repair", links: backup },
  { kind: "todo", resource: "user", action: "edit", links: invitations },
];

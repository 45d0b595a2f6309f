import type { Route } from "~/routes/_entry/route.ts";
import { asset } from "./asset.ts";
import { auditEntry, auditList } from "./audit.tsx";
import { auditExport } from "./audit_export.ts";
import { healthz, readyz, version } from "./health.ts";
import { control } from "./control.ts";
import { home } from "./home.tsx";
import { kit } from "./kit.tsx";
import { me, myPassword, mySessionEnd, myToken, myTokenRevocation } from "./me.tsx";
import { metrics } from "./metrics.ts";
import { oneTimeLinks } from "./one_time_link.tsx";
import { preference } from "./preference.ts";
import { search } from "./search.tsx";
import { askSession, endOne, startOne } from "./session.tsx";
import { rerun, system } from "./system.tsx";
import {
  user,
  userAccess,
  userLink,
  userSessionEnd,
  userState,
  userToken,
  userTokenRevocation,
} from "./user.tsx";
import { invite, newUser, userList } from "./users.tsx";

export const platformRoutes: Route[] = [
  asset,
  healthz,
  readyz,
  version,
  metrics,
  control,
  home,
  search,
  system,
  rerun,
  auditList,
  auditExport,
  auditEntry,
  kit,
  askSession,
  startOne,
  endOne,
  preference,
  ...oneTimeLinks,
  me,
  myPassword,
  mySessionEnd,
  myToken,
  myTokenRevocation,
  userList,
  newUser,
  invite,
  user,
  userAccess,
  userState,
  userLink,
  userSessionEnd,
  userToken,
  userTokenRevocation,
];

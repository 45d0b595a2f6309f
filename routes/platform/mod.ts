import type { Route } from "~/routes/_entry/route.ts";
import { asset } from "./asset.ts";
import { healthz, readyz, version } from "./health.ts";
import { me, myPassword, mySessionEnd, myToken, myTokenRevocation } from "./me.tsx";
import { oneTimeLinks } from "./one_time_link.tsx";
import { preference } from "./preference.ts";
import { askSession, endOne, startOne } from "./session.tsx";
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

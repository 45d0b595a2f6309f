import type { Route } from "~/routes/_entry/route.ts";
import { pad, padChange } from "./pad.tsx";
import { reorder } from "./reorder.ts";
import { confirmation, submission } from "./submission.tsx";

export const padRoutes: Route[] = [pad, padChange, submission, confirmation, reorder];

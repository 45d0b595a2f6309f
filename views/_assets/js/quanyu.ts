/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { startBulk } from "./bulk.ts";
import { startDialogs } from "./dialogs.ts";
import { startErrors } from "./errors.ts";
import { startKeys } from "./keys.ts";
import { startRequests } from "./requests.ts";

startDialogs();
startKeys();
startBulk();
startRequests();
startErrors();

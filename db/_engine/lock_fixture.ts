/** Another process that takes a data folder and keeps it until it is killed: run by lock_test.ts. */
import { tryLockFolder } from "./lock.ts";

const lock = await tryLockFolder(Deno.args[0]!);
console.log(lock ? "taken" : "refused");
if (lock) setInterval(() => {}, 1000);

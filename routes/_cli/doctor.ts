import { examine } from "./doctor/examine.ts";

/** `deno task doctor`: looks at the set-up and says in words what to do. Changes nothing. */
const findings = await examine((name) => Deno.env.get(name));
for (const { ok, says } of findings) console.log(`${ok ? "ok  " : "!!  "}${says}`);
Deno.exit(findings.every(({ ok }) => ok) ? 0 : 1);

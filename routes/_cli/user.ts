import { roles } from "~/domain/platform/rights.ts";
import { atTerminal } from "./door.ts";

const usage = "deno task user ADD|RESET NAME [ROLE...] [--name 王静] [--dealer CODE] " +
  `[--organisation CODE] [--region CODE,...] [--node CODE,...]\n  ROLE: ${roles.join(" ")}`;

const words: string[] = [];
const options = new Map<string, string>();
for (let at = 0; at < Deno.args.length; at++) {
  const arg = Deno.args[at]!;
  if (arg.startsWith("--")) options.set(arg.slice(2), Deno.args[++at] ?? "");
  else words.push(arg);
}
const list = (name: string) => options.get(name)?.split(",").filter(Boolean);
const [verb, login = "", ...given] = words;

await atTerminal("user", {
  verb: verb?.toUpperCase(),
  login,
  name: options.get("name") ?? login,
  roles: given.flatMap((each) => each.split(",")),
  dealerCode: options.get("dealer"),
  organisationCode: options.get("organisation"),
  regionCodes: list("region"),
  nodeCodes: list("node"),
}, usage);

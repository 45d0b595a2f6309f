import assert from "node:assert/strict";
import { clientOf, prefixOf } from "./client.ts";

const from = (hostname: string) => ({ remoteAddr: { hostname } });
const asked = (forwarded?: string) =>
  new Request("http://localhost/", { headers: forwarded ? { "x-forwarded-for": forwarded } : {} });

Deno.test("clientOf() believes X-Forwarded-For of our own proxy only", () => {
  const told = asked("198.51.100.9, 203.0.113.7");
  assert.equal(clientOf(told, from("10.0.0.1"), "10.0.0.1").address, "203.0.113.7");
  assert.equal(clientOf(told, from("10.0.0.2"), "10.0.0.1").address, "10.0.0.2");
  assert.equal(clientOf(told, from("10.0.0.1"), null).address, "10.0.0.1");
});

Deno.test("clientOf() calls near only what came from this machine without a proxy", () => {
  assert.equal(clientOf(asked(), from("127.0.0.1"), null).isNear, true);
  assert.equal(clientOf(asked(), from("::1"), null).isNear, true);
  assert.equal(clientOf(asked("203.0.113.7"), from("127.0.0.1"), "127.0.0.1").isNear, false);
  assert.equal(clientOf(asked(), from("203.0.113.7"), null).isNear, false);
  assert.equal(clientOf(asked(), undefined, null).isNear, false);
});

Deno.test("prefixOf() takes the network: /24, and /56 of IPv6", () => {
  assert.equal(prefixOf("203.0.113.7"), prefixOf("203.0.113.200"));
  assert.notEqual(prefixOf("203.0.113.7"), prefixOf("203.0.114.7"));
  assert.equal(prefixOf("2001:db8:1:2200::1"), prefixOf("2001:db8:1:22ff:9::2"));
  assert.notEqual(prefixOf("2001:db8:1:2200::1"), prefixOf("2001:db8:1:2300::1"));
  assert.equal(prefixOf("2001:db8::1"), prefixOf("2001:db8:0:0:ffff::2"));
});

import assert from "node:assert/strict";
import { Secret } from "./secret.ts";

Deno.test("Secret is revealed only where it is asked for", () => {
  const secret = new Secret("hash-of-a-password");
  assert.equal(secret.reveal(), "hash-of-a-password");
  assert.equal(
    JSON.stringify({ type: "UserPasswordSet", passwordHash: secret }),
    '{"type":"UserPasswordSet"}',
  );
  assert.doesNotMatch(`${secret} ${Deno.inspect(secret)}`, /hash-of/);
});

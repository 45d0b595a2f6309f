import { createHash } from "node:crypto";

/** SHA-256 in hex. Synchronous, since a unit may not wait for anything but the database. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

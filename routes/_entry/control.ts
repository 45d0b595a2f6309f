import { Buffer } from "node:buffer";
import { timingSafeEqual } from "node:crypto";
import { sha256 } from "~/db/_engine/digest.ts";
import { type Chance, realChance } from "~/db/_engine/seams.ts";

const keyShape = /^[\w-]{43}$/;

/**
 * The secret of the control door, made by whoever needs it first. It proves that its holder may read
 * the data folder, and whoever may read that has everything already.
 */
export async function controlKey(folder: string, chance: Chance = realChance): Promise<string> {
  const path = `${folder}/control.key`;
  const made = chance(32).toBase64({ alphabet: "base64url", omitPadding: true });
  try {
    await Deno.writeTextFile(path, made, { createNew: true, mode: 0o600 });
    return made;
  } catch (error) {
    if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    return await Deno.readTextFile(path);
  }
}

/** Compared as digests: of one length, and in constant time. */
export function isControlKey(given: string | null, key: string): boolean {
  const digest = (text: string) => Buffer.from(sha256(text));
  return keyShape.test(key) && timingSafeEqual(digest(given ?? ""), digest(key));
}

export type ControlLine = { line: string } | { exit: number };

/** Runs work whose lines are sent as they come, and last the exit code: one JSON object a line. */
export function streamLines(
  work: (print: (line: string) => void) => Promise<number>,
  failed: (error: unknown) => string,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      const send = (line: ControlLine) =>
        stream.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        send({ exit: await work((line) => send({ line })) });
      } catch (error) {
        send({ line: failed(error) });
        send({ exit: 1 });
      }
      stream.close();
    },
  });
  return new Response(body, { headers: { "content-type": "application/x-ndjson" } });
}

import { BadInput, TooLarge, Unacceptable } from "./errors.ts";
import type { z } from "zod";

export const formBytes = 512 * 1024;
export const apiBytes = 2 * 1024 * 1024;
export const importBytes = 32 * 1024 * 1024;

/** Reads a body and stops at the limit, whatever Content-Length claims. */
export async function readText(request: Request, limitBytes: number): Promise<string> {
  const bytes = await readBytes(request, limitBytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Unacceptable(400, "not_utf8");
  }
}

export async function readBytes(request: Request, limitBytes: number): Promise<Uint8Array> {
  const declared = request.headers.get("content-length");
  if (Number(declared ?? 0) > limitBytes) throw new TooLarge();
  return declared === null
    ? await inPieces(request, limitBytes)
    : await atOnce(request, limitBytes);
}

/** The server lets no more through than was declared, so it can be taken whole: a stream costs more than the rest of reading. */
async function atOnce(request: Request, limitBytes: number): Promise<Uint8Array> {
  const bytes = await request.bytes();
  if (bytes.byteLength > limitBytes) throw new TooLarge();
  return bytes;
}

async function inPieces(request: Request, limitBytes: number): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limitBytes) throw new TooLarge();
    chunks.push(chunk);
  }
  if (chunks.length === 1) return chunks[0]!;
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}

/** Written plainly or with escapes; looking at each key costs more than reading the text. */
const mayNameAPrototype = /__proto__|\\u/;

export function parseJson(text: string): unknown {
  try {
    if (!mayNameAPrototype.test(text)) return JSON.parse(text);
    return JSON.parse(text, (key, value) => key === "__proto__" ? undefined : value);
  } catch {
    throw new Unacceptable(400, "not_json");
  }
}

/**
 * Fields of a form as an object: `lines.3.quantity` nests, a name that ends in `[]` collects.
 * Names that could reach a prototype are dropped.
 */
export function nest(entries: Iterable<[string, string]>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [name, value] of entries) {
    const path = name.split(".");
    if (
      path.some((part) => part === "__proto__" || part === "constructor" || part === "prototype")
    ) {
      continue;
    }
    put(root, path, value);
  }
  return arrays(root) as Record<string, unknown>;
}

function put(target: Record<string, unknown>, [head, ...rest]: string[], value: string): void {
  if (head === undefined) return;
  if (rest.length > 0) {
    const inner = target[head];
    const child = typeof inner === "object" && inner !== null ? inner : (target[head] = {});
    put(child as Record<string, unknown>, rest, value);
  } else if (head.endsWith("[]")) {
    const name = head.slice(0, -2);
    const list = target[name];
    if (Array.isArray(list)) list.push(value);
    else target[name] = [value];
  } else {
    target[head] = value;
  }
}

/** An object whose keys are all whole numbers was meant as a list. */
function arrays(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, arrays(inner)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,6}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner);
  }
  return Object.fromEntries(entries);
}

export function parse<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const result = schema.safeParse(input, { reportInput: true });
  if (!result.success) throw new BadInput(result.error.issues, input);
  return result.data;
}

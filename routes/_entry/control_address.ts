import { z } from "zod";

const Address = z.strictObject({ url: z.url(), origin: z.string() });
/** Where the server answers on this machine, and the public origin it takes requests for. */
export type ControlAddress = z.infer<typeof Address>;

const pathIn = (folder: string) => `${folder}/control.address`;

/** Left beside the key, so that a command finds the server by the data folder alone. */
export async function leaveAddress(
  folder: string,
  { host, port, origin }: { host: string; port: number; origin: string },
): Promise<void> {
  const address: ControlAddress = { url: nearUrl(host, port), origin };
  await Deno.writeTextFile(pathIn(folder), JSON.stringify(address), { mode: 0o600 });
}

export async function forgetAddress(folder: string): Promise<void> {
  await Deno.remove(pathIn(folder)).catch(() => {});
}

/** Null where no server has left one, or what is there cannot be read. */
export async function findAddress(folder: string): Promise<ControlAddress | null> {
  const text = await Deno.readTextFile(pathIn(folder)).catch(() => "");
  try {
    return Address.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A server that listens everywhere is reached on this machine's own address. */
export function nearUrl(host: string, port: number): string {
  const near = /^(0\.0\.0\.0|::|\[::\])$/.test(host) ? "127.0.0.1" : host;
  return `http://${near.includes(":") && !near.startsWith("[") ? `[${near}]` : near}:${port}`;
}

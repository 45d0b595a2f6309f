import { type Engine, openEngine } from "~/db/_engine/engine.ts";
import { writers } from "~/db/writers.ts";

/** A data folder for one proof, gone when it ends. */
export async function proofFolder(): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await Deno.makeTempDir({ prefix: "quanyu-proof-" });
  return { folder, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

/** Works on a folder's database while no server runs on it. */
export async function withEngine<Result>(
  folder: string,
  work: (engine: Engine) => Promise<Result> | Result,
): Promise<Result> {
  const engine = openEngine({ path: `${folder}/quanyu.db`, writers });
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

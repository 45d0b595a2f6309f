import type { Link } from "./audit.ts";

export type WorkerRequest =
  | { job: "backup"; path: string; file: string; now: string }
  | { job: "invariants"; path: string; now: string }
  | { job: "audit"; path: string; anchors: readonly Link[] };
export type WorkerReply = { ok: true; result: unknown } | { ok: false; error: string };

/** Runs one long job in a thread of its own, so that requests go on meanwhile. */
export async function inWorker<Result>(request: WorkerRequest): Promise<Result> {
  const worker = new Worker(new URL("upkeep_worker.ts", import.meta.url), { type: "module" });
  try {
    const reply = await new Promise<WorkerReply>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
      worker.postMessage(request);
    });
    if (!reply.ok) throw new Error(reply.error);
    return reply.result as Result;
  } finally {
    worker.terminate();
  }
}

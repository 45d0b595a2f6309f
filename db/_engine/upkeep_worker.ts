/// <reference lib="deno.worker" />
import { verifyAudit } from "./audit.ts";
import { writeBackup } from "./backup.ts";
import type { WorkerReply, WorkerRequest } from "./in_worker.ts";
import { runInvariants } from "./invariants.ts";
import { type Connection, openReader } from "./native.ts";

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  let reply: WorkerReply;
  try {
    reply = { ok: true, result: perform(data) };
  } catch (error) {
    reply = { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
  self.postMessage(reply);
};

function perform(request: WorkerRequest): unknown {
  switch (request.job) {
    case "backup":
      return writeBackup(request);
    case "invariants":
      return reading(request.path, (connection) => runInvariants(connection, request));
    case "audit":
      return reading(request.path, (connection) => verifyAudit(connection, request));
  }
}

function reading<Result>(path: string, use: (connection: Connection) => Result): Result {
  const connection = openReader(path);
  try {
    return use(connection);
  } finally {
    connection.close();
  }
}

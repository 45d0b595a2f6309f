/** What a proof reached, and in words what was not as promised. */
export type Verdict = { result: unknown; faults: readonly string[] };

/** Runs one proof and prints its verdict as a line of JSON; a proof that breaks down has proved nothing. */
export async function tell(
  proof: string,
  prove: () => Promise<Verdict>,
  print: (line: string) => void = console.log,
): Promise<boolean> {
  const startedMs = performance.now();
  const { result, faults } = await prove().catch((error: unknown) => ({
    result: null,
    faults: [String(error)],
  }));
  const isKept = faults.length === 0;
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  const verdict = !isKept ? "BROKEN" : result === "skipped" ? "skipped" : "kept";
  print(JSON.stringify({ proof, verdict, seconds, faults, result }));
  return isKept;
}

/** Until no event waits for its listeners any more; answers how long that took. */
export async function untilRelayed(url: string, mostMs = 120_000): Promise<number> {
  const startedMs = performance.now();
  for (;;) {
    const text = await (await fetch(`${url}/metrics`)).text();
    const tookMs = performance.now() - startedMs;
    if (/^quanyu_outbox_waiting 0$/m.test(text)) return tookMs;
    if (tookMs > mostMs) {
      throw new Error(`events still wait: ${/quanyu_outbox_waiting \d+/.exec(text)}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}

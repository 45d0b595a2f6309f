import { skuCode, tokenOf } from "~/proof/_kit/world.ts";

/** Orders over HTTP from a process of its own: `generator.ts URL CLIENTS SECONDS SKUS`. Prints one JSON line. */
const [url, clientsText, secondsText, skusText] = Deno.args;
const clients = Number(clientsText);
const skus = Number(skusText);
const endMs = performance.now() + Number(secondsText) * 1000;
const tookMs: number[] = [];
let [sent, refused] = [0, 0];

async function client(dealer: number): Promise<void> {
  const headers = {
    authorization: `Bearer ${tokenOf(dealer)}`,
    "content-type": "application/json",
    "idempotency-key": "",
  };
  while (performance.now() < endMs) {
    const first = Math.floor(Math.random() * (skus - 5));
    const lines = [0, 1, 2, 3, 4].map((i) => ({
      sku: skuCode(first + i),
      unit: "箱",
      quantity: 1 + (dealer + i + sent) % 60,
    }));
    headers["idempotency-key"] = `bench-${dealer}-${sent++}-${Math.random()}`;
    const startedMs = performance.now();
    const response = await fetch(`${url}/api/v1/orders`, {
      method: "POST",
      headers,
      body: JSON.stringify({ lines }),
    });
    await response.text();
    if (response.status === 201) tookMs.push(performance.now() - startedMs);
    else refused += 1;
  }
}

const startedMs = performance.now();
await Promise.all(Array.from({ length: clients }, (_, i) => client(i)));
const seconds = (performance.now() - startedMs) / 1000;
tookMs.sort((a, b) => a - b);
const at = (share: number) => tookMs[Math.floor(tookMs.length * share)] ?? 0;
console.log(JSON.stringify({
  accepted: tookMs.length,
  refused,
  perSecond: tookMs.length / seconds,
  p50Ms: at(0.5),
  p99Ms: at(0.99),
}));

const bounds = [1, 2, 5, 10, 20, 50, 100, 250, 1000, 5000];

type Series = { count: number; sumMs: number; buckets: number[] };

/** Requests by route and status class, with their times, in the text form Prometheus reads. */
export class Metrics {
  #requests = new Map<string, Series>();
  #gauges = new Map<string, () => number>();

  request(route: string, status: number, ms: number): void {
    const key = `route="${route}",status="${Math.floor(status / 100)}xx"`;
    let series = this.#requests.get(key);
    if (!series) {
      this.#requests.set(key, series = { count: 0, sumMs: 0, buckets: bounds.map(() => 0) });
    }
    series.count += 1;
    series.sumMs += ms;
    for (let i = 0; i < bounds.length; i++) if (ms <= bounds[i]!) series.buckets[i]! += 1;
  }

  gauge(name: string, read: () => number): void {
    this.#gauges.set(name, read);
  }

  text(): string {
    const lines = ["# TYPE quanyu_request_ms histogram"];
    for (const [key, { count, sumMs, buckets }] of this.#requests) {
      bounds.forEach((bound, i) =>
        lines.push(`quanyu_request_ms_bucket{${key},le="${bound}"} ${buckets[i]}`)
      );
      lines.push(`quanyu_request_ms_bucket{${key},le="+Inf"} ${count}`);
      lines.push(`quanyu_request_ms_sum{${key}} ${sumMs.toFixed(3)}`);
      lines.push(`quanyu_request_ms_count{${key}} ${count}`);
    }
    for (const [name, read] of this.#gauges) {
      lines.push(`# TYPE quanyu_${name} gauge`, `quanyu_${name} ${read()}`);
    }
    return lines.join("\n") + "\n";
  }
}

import { BadConfig, readConfig } from "~/routes/_entry/config.ts";
import { openHouse } from "~/routes/_entry/open_house.ts";

/** The front door: reads the surroundings, wires the rooms, serves. */
async function main(): Promise<void> {
  const startedMs = performance.now();
  const config = readConfig((name) => Deno.env.get(name));
  Deno.mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  const house = openHouse({ config });
  const server = Deno.serve({
    hostname: config.host,
    port: config.port,
    automaticCompression: true,
    onListen: ({ hostname, port }) => {
      const ms = Math.round(performance.now() - startedMs);
      console.log(`ready http://${hostname}:${port} in ${ms} ms`);
    },
  }, house.app.fetch);
  const stop = async () => {
    await server.shutdown();
    await house.engine.close();
    Deno.exit(0);
  };
  Deno.addSignalListener("SIGTERM", stop);
  Deno.addSignalListener("SIGINT", stop);
  await server.finished;
}

if (import.meta.main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof BadConfig)) throw error;
    console.error(error.message);
    Deno.exit(2);
  }
}

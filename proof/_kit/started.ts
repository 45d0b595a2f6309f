const root = new URL("../../", import.meta.url);

/** A server in a process of its own, as an operator starts it. */
export class Started {
  #lines: string[] = [];
  #heard: ((line: string) => void)[] = [];
  readonly exited: Promise<number>;

  private constructor(readonly child: Deno.ChildProcess, readonly folder: string) {
    this.#read(child.stdout);
    this.exited = child.status.then(({ code }) => code);
  }

  url = "";
  readyMs = 0;

  static async start(
    folder: string,
    { script = "main.ts", env = {} }: { script?: string; env?: Record<string, string> } = {},
  ): Promise<Started> {
    const command = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-prompt", "--no-check", new URL(script, root).pathname],
      env: {
        QUANYU_DATA: folder,
        QUANYU_SEED: "none",
        PORT: "0",
        QUANYU_API_RATE: "1000000",
        QUANYU_LOG: "errors",
        ...env,
      },
      stdout: "piped",
      stderr: "inherit",
    });
    const server = new Started(command.spawn(), folder);
    const line = await Promise.race([
      server.hears(/^ready /),
      server.exited.then((code) => {
        throw new Error(`the server ended with ${code} before it was ready`);
      }),
    ]);
    const [, url, ms] = /^ready (\S+) in (\d+) ms/.exec(line)!;
    server.url = url!;
    server.readyMs = Number(ms);
    return server;
  }

  /** The next line that matches, or one that was printed already. */
  hears(pattern: RegExp): Promise<string> {
    const known = this.#lines.find((line) => pattern.test(line));
    if (known !== undefined) return Promise.resolve(known);
    return this.hearsNext(pattern);
  }

  hearsNext(pattern: RegExp): Promise<string> {
    return new Promise((resolve) => {
      const hear = (line: string) => {
        if (!pattern.test(line)) return;
        this.#heard = this.#heard.filter((other) => other !== hear);
        resolve(line);
      };
      this.#heard.push(hear);
    });
  }

  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await this.exited;
  }

  async stop(): Promise<void> {
    this.child.kill("SIGTERM");
    await this.exited;
  }

  async #read(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    const lines = stream.pipeThrough(new TextDecoderStream());
    let rest = "";
    for await (const text of lines) {
      const parts = (rest + text).split("\n");
      rest = parts.pop()!;
      for (const line of parts) {
        this.#lines.push(line);
        if (this.#lines.length > 200) this.#lines.shift();
        for (const hear of [...this.#heard]) hear(line);
      }
    }
  }
}

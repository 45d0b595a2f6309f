import { BadConfig } from "./bad_config.ts";

const everywhere = /^(0\.0\.0\.0|::|\[::\])$/;

/** Listens on every network of this machine, so that strangers may come by. */
export function isEverywhere(host: string): boolean {
  return everywhere.test(host);
}

export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The public origin as browsers write it: what links begin with and what CSRF is checked against. */
export function readOrigin(
  given: string | undefined,
  { host, port }: { host: string; port: number },
): string {
  if (given === undefined && isEverywhere(host)) throw withoutTls(`HOST=${host}`);
  const name = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  const url = originOf(given ?? `http://${name}:${port}`, given === undefined ? "HOST" : undefined);
  if (url.protocol !== "https:" && !isLoopback(url.hostname)) throw withoutTls(url.origin);
  return url.origin;
}

function originOf(text: string, variable = "QUANYU_ORIGIN"): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new BadConfig(
      `${variable} must make an address such as https://shop.example.com, not "${text}"`,
      `${variable} 须写成 https://shop.example.com 这样的地址，不能是“${text}”`,
    );
  }
  const isBare = url.pathname === "/" && url.search === "" && url.hash === "" &&
    url.username === "" && url.password === "";
  if (!isBare) {
    throw new BadConfig(
      `QUANYU_ORIGIN is an origin only, without path, query or user: set it to ${url.origin}`,
      `QUANYU_ORIGIN 只写到域名和端口，不带路径、参数或用户名：请设为 ${url.origin}`,
    );
  }
  return url;
}

function withoutTls(what: string): BadConfig {
  return new BadConfig(
    `${what} would serve plain http to the network: passwords would travel in the open. Put TLS in ` +
      "front (Caddy, nginx) and set QUANYU_ORIGIN to the https address",
    `${what} 会让密码在网络上明文传输。请在前面放 TLS（Caddy、nginx），` +
      "再把 QUANYU_ORIGIN 设为 https 地址",
  );
}

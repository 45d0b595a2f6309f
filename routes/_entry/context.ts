import type { Engine } from "~/db/_engine/engine.ts";
import type { Reply, RequestKey } from "~/db/_engine/idempotency.ts";
import type { EventBase } from "~/db/_engine/outbox.ts";
import type { Reader } from "~/db/_engine/reader.ts";
import type { Author, Foreseen, Transacted, Unit } from "~/db/_engine/transact.ts";
import type { Instant } from "~/domain/_kernel/period.ts";
import type { RefusalBase } from "~/domain/_kernel/decision.ts";
import { may, type Principal } from "~/domain/platform/principal.ts";
import type { Actions, Resource } from "~/domain/platform/rights.ts";
import type { Lang } from "~/views/_kit/text.ts";
import type { Shell } from "~/views/_kit/layout.tsx";
import type { Client } from "./client.ts";
import { SignInNeeded } from "./errors.ts";
import { scopeFor } from "./permit.ts";
import { shellOf } from "./shell.ts";
import type { House } from "./house.ts";

export type Work<Loaded, Event extends EventBase, Refusal extends RefusalBase> =
  & Pick<Unit<Loaded, Event, Refusal>, "load" | "decide">
  & {
    /** How far the loader sees; the route's own right when absent. */
    as?: ReturnType<typeof scopeFor>;
    onBehalfOf?: string | null;
    reply?: (events: Event[], loaded: Loaded) => Reply;
  };

type Made = {
  house: House;
  request: Request;
  url: URL;
  client: Client;
  params: Record<string, string>;
  query: unknown;
  form: unknown;
  body: unknown;
  visitor: Principal | null;
  right: { resource: Resource | "door"; action: string };
  lang: Lang;
  requestId: string;
  key: RequestKey | null;
};

export function isForFragment(request: Request): boolean {
  return request.headers.get("hx-request") === "true";
}

/** What a handler is given: the parsed request, who asks, and the two ways to the database. */
export class Ctx<P = Record<string, string>, Query = unknown, Form = unknown, Body = unknown> {
  readonly request: Request;
  readonly url: URL;
  readonly client: Client;
  readonly params: P;
  readonly query: Query;
  readonly form: Form;
  readonly body: Body;
  readonly lang: Lang;
  readonly requestId: string;
  readonly key: RequestKey | null;
  readonly visitor: Principal | null;
  #made: Made;

  constructor(made: Made) {
    this.#made = made;
    this.request = made.request;
    this.url = made.url;
    this.client = made.client;
    this.params = made.params as P;
    this.query = made.query as Query;
    this.form = made.form as Form;
    this.body = made.body as Body;
    this.lang = made.lang;
    this.requestId = made.requestId;
    this.key = made.key;
    this.visitor = made.visitor;
  }

  get house(): House {
    return this.#made.house;
  }
  get engine(): Engine {
    return this.#made.house.engine;
  }
  get now(): Instant {
    return this.engine.seams.now();
  }
  get principal(): Principal {
    if (!this.visitor) throw new SignInNeeded();
    return this.visitor;
  }
  get author(): Author {
    const { userId, name } = this.principal;
    return { userId, name, onBehalfOf: null };
  }
  /** htmx asked: answer with the fragment instead of the page. */
  get isFragment(): boolean {
    return isForFragment(this.request);
  }

  may<R extends Resource>(resource: R, action: Actions[R]): boolean {
    return this.visitor !== null && may(this.visitor, resource, action);
  }

  /** Reads with the reach of this route's own right. */
  get reader(): Reader {
    const { resource, action } = this.#made.right;
    return this.readerFor(resource as "order", action as "read");
  }

  /** Reads with the reach of another right, for a part of the page that belongs to another thing. */
  readerFor<R extends Resource>(resource: R, action: Actions[R]): Reader {
    return this.engine.reader(scopeFor(this.principal, resource, action));
  }

  /** One unit of work in the name of the principal: loaded in scope, decided, written, audited. */
  act<Loaded, Event extends EventBase, Refusal extends RefusalBase>(
    work: Work<Loaded, Event, Refusal>,
  ): Promise<Transacted<Event, Refusal>> {
    return this.engine.transact(this.#unit(work));
  }

  /** The same, without writing anything. */
  foresee<Loaded, Event extends EventBase, Refusal extends RefusalBase>(
    work: Work<Loaded, Event, Refusal>,
  ): Promise<Foreseen<Loaded, Event, Refusal>> {
    return this.engine.foresee(this.#unit(work));
  }

  /** What the page's frame needs. */
  get shell(): Shell {
    return shellOf(this as unknown as Ctx);
  }

  #unit<Loaded, Event extends EventBase, Refusal extends RefusalBase>(
    { load, decide, as, onBehalfOf = null, reply }: Work<Loaded, Event, Refusal>,
  ): Unit<Loaded, Event, Refusal> {
    const { resource, action } = this.#made.right;
    return {
      action: `${resource}.${action}`,
      author: { ...this.author, onBehalfOf },
      scope: as ?? scopeFor(this.principal, resource as "order", action as "read"),
      load,
      decide,
      reply,
      key: reply && this.key ? this.key : undefined,
    };
  }
}

/** The context of any route, for what several of them share. */
export type AnyCtx = Ctx<unknown, unknown, unknown, unknown>;

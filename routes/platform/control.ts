import { z } from "zod";
import { faultReason } from "~/db/_engine/log.ts";
import { commands } from "~/routes/_cli/commands.ts";
import { parse } from "~/routes/_entry/body.ts";
import { controlKey, isControlKey, streamLines } from "~/routes/_entry/control.ts";
import { Forbidden, NotFound } from "~/routes/_entry/errors.ts";
import { route } from "~/routes/_entry/route.ts";
import { cliWords } from "~/views/platform/cli_text.ts";

const Asked = z.strictObject({
  command: z.string().max(40),
  args: z.unknown(),
  lang: z.enum(["zh", "en"]),
});

/** Where the terminal hands its work to the process that owns the data folder. */
export const control = route({
  method: "POST",
  path: "/control",
  resource: "door",
  action: "enter",
  body: Asked,
  handle: async ({ client, request, house, body, requestId }) => {
    const { config, engine, log } = house;
    const given = request.headers.get("x-control-key");
    const isKnown = isControlKey(given, await controlKey(config.dataFolder, engine.seams.chance));
    if (!client.isNear || !isKnown) throw new Forbidden("control key");
    const { command: name, lang } = body;
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new NotFound("command");
    const args = parse(command.args, body.args);
    log({ event: "control", level: "info", action: name, requestId });
    return streamLines(
      (print) => command.run({ engine, config, args, lang, print }),
      (error) => {
        const reason = faultReason(error);
        log({ event: "control_failed", level: "error", action: name, requestId, reason });
        return cliWords(lang).failed(error instanceof Error ? error.message : String(error));
      },
    );
  },
});

import { z } from "zod";

const leastLength = 10;

/** A new password typed twice; the lengths are those of the words said when they are wrong. */
export const NewPassword = z.object({
  password: z.string().max(200).refine((text) => text.length >= leastLength, "password_too_short"),
  again: z.string().max(200),
}).refine(({ password, again }) => password === again, {
  path: ["again"],
  message: "passwords_differ",
});

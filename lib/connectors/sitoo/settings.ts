import { z } from "zod";

export const SitooSettings = z.object({
  baseUrl: z.url().default("https://api.mysitoo.com").meta({ label: "API address", help: "Shown in Sitoo where an API password is made" }),
  accountId: z.string().regex(/^\d+$/, "Digits only").meta({ label: "Account number" }),
  siteId: z.coerce.number().int().positive().default(1).meta({ label: "Site number", help: "Usually 1" }),
  apiId: z.string().min(1).meta({ label: "API ID" }),
  password: z.string().min(1).meta({ label: "API password", secret: true }),
  callsPerMinute: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .meta({ label: "Calls a minute", help: "Only where Sitoo told you a figure; otherwise found out by itself" }),
  eventsUser: z.string().min(1).meta({ label: "User name for events", help: "Sitoo sends this with every event" }),
  eventsPassword: z.string().min(1).meta({ label: "Password for events", secret: true, isOurs: true }),
  eventsPasswordPrevious: z
    .string()
    .optional()
    .meta({ label: "Previous password for events", help: "Valid too while you change it in Sitoo", secret: true }),
});
export type SitooSettings = z.output<typeof SitooSettings>;

import { z } from "zod";

const filled = (text: string | undefined) => text !== undefined && text !== "";

export const ShopifySettings = z
  .object({
    shop: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/i, "An address such as your-shop.myshopify.com")
      .meta({ label: "Shop", help: "your-shop.myshopify.com" }),
    apiUrl: z.url().optional().meta({ label: "Other address", help: "Only for a test system: replaces https://your-shop.myshopify.com" }),
    accessToken: z
      .string()
      .optional()
      .meta({ label: "Admin API access token", help: "Of an older custom app; leave empty with client ID and secret", secret: true }),
    clientId: z.string().optional().meta({ label: "Client ID", help: "Of the app in the Dev Dashboard" }),
    clientSecret: z.string().optional().meta({ label: "Client secret", secret: true }),
    webhookSecret: z.string().optional().meta({ label: "Secret that signs webhooks", help: "Empty: the client secret", secret: true }),
    webhookSecretPrevious: z
      .string()
      .optional()
      .meta({ label: "Previous secret", help: "Valid too for an hour or so after you rotated it", secret: true }),
  })
  .refine(({ accessToken, clientId, clientSecret }) => filled(accessToken) || (filled(clientId) && filled(clientSecret)), {
    path: ["accessToken"],
    message: "An access token, or client ID and secret",
  })
  .refine(({ webhookSecret, clientSecret }) => filled(webhookSecret) || filled(clientSecret), {
    path: ["webhookSecret"],
    message: "The secret that signs webhooks",
  });
export type ShopifySettings = z.output<typeof ShopifySettings>;

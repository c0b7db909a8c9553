import { createHash } from "node:crypto";
import { z } from "zod";
import { processWide } from "@/lib/process-wide";
import { ConnectorError } from "../error";
import type { Http } from "../http";
import type { ShopifySettings } from "./settings";

type Token = { value: Promise<string>; until: number };
const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const operation = "token.get";
/** A token lives 24 hours; an hour early is soon enough. */
const earlyMs = 3_600_000;

/** The client credentials grant: one request per process at a time, its answer kept until shortly before it ends. */
export function accessTokens({ shop, apiUrl, clientId = "", clientSecret = "" }: ShopifySettings) {
  const kept = processWide("shopify-tokens", () => new Map<string, Token>());
  const key = createHash("sha256")
    .update(JSON.stringify([shop, apiUrl, clientId, clientSecret]))
    .digest("hex");

  async function request(bare: Http, token: Token): Promise<string> {
    const json = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
    const answer = await bare.send(operation, { method: "POST", path: "admin/oauth/access_token", json, isSafe: true }, TokenAnswer);
    token.until = Date.now() + Math.max(0, 1000 * answer.expires_in - earlyMs);
    return answer.access_token;
  }

  return {
    get(bare: Http): Promise<string> {
      const known = kept.get(key);
      if (known && Date.now() < known.until) return known.value;
      const token: Token = { value: Promise.resolve(""), until: Number.POSITIVE_INFINITY };
      token.value = request(bare, token).catch((error: unknown) => {
        kept.delete(key);
        // Shopify refuses wrong credentials here with 400.
        throw error instanceof ConnectorError && error.failure.kind === "refused" ? bare.fail(operation, { kind: "auth" }) : error;
      });
      kept.set(key, token);
      return token.value;
    },

    forget: () => kept.delete(key),
  };
}

import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Claims = Record<string, unknown>;
type Granted = { nonce: string; challenge: string; redirect: string; claims: Claims };

/** A provider of sign-ins that lets everybody in as whoever `person` is, and is strict about all the rest. */
export async function openOidcProvider(client: { id: string; secret: string }) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "k1", alg: "RS256", use: "sig" };
  const codes = new Map<string, Granted>();
  const provider = { issuer: "", person: {} as Claims, close: () => {} };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", provider.issuer);
    const json = (body: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (url.pathname === "/.well-known/openid-configuration")
      return json({
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        response_types_supported: ["code"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (url.pathname === "/keys") return json({ keys: [jwk] });
    if (url.pathname === "/authorize") {
      const asked = Object.fromEntries(url.searchParams);
      if (asked.client_id !== client.id || asked.code_challenge_method !== "S256") return json({ error: "invalid_request" }, 400);
      const code = randomUUID();
      codes.set(code, {
        nonce: asked.nonce ?? "",
        challenge: asked.code_challenge ?? "",
        redirect: asked.redirect_uri ?? "",
        claims: provider.person,
      });
      const back = new URL(asked.redirect_uri ?? "");
      back.search = new URLSearchParams({ code, state: asked.state ?? "" }).toString();
      return response.writeHead(302, { location: back.href }).end();
    }
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const given = new URLSearchParams(body);
      const granted = codes.get(given.get("code") ?? "");
      codes.delete(given.get("code") ?? "");
      const isClient = request.headers.authorization === `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;
      const verifier = createHash("sha256")
        .update(given.get("code_verifier") ?? "")
        .digest("base64url");
      if (!granted || !isClient || verifier !== granted.challenge || given.get("redirect_uri") !== granted.redirect)
        return json({ error: "invalid_grant" }, 400);
      const now = Math.floor(Date.now() / 1_000);
      const claims = { iss: provider.issuer, aud: client.id, iat: now, exp: now + 60, nonce: granted.nonce, ...granted.claims };
      json({ access_token: "a", token_type: "Bearer", id_token: signed(claims) });
    });
  });

  function signed(claims: Claims): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const text = `${part({ alg: "RS256", kid: jwk.kid })}.${part(claims)}`;
    return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  provider.close = () => server.close();
  return provider;
}

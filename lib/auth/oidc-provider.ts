import type { NextAuthOptions } from "next-auth";

import { env } from "@/lib/env";

import { OidcClaims, type OidcRule, readRoles } from "./oidc-rule";

export const oidcId = "oidc";

/** The organisation's own sign-in, where the settings name one. */
export const oidcName = (): string | null => (env.OIDC_ISSUER === undefined ? null : env.OIDC_NAME);

export const oidcRule = (): OidcRule =>
  env.OIDC_ROLE_CLAIM === undefined ? null : { claim: env.OIDC_ROLE_CLAIM, roleOf: readRoles(env.OIDC_ROLES ?? {}) };

/** Discovered from the issuer's own address; code flow with PKCE, state and nonce. */
export function oidcProviders(): NextAuthOptions["providers"] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return [];
  return [
    {
      id: oidcId,
      name: env.OIDC_NAME,
      type: "oauth",
      wellKnown: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: env.OIDC_SCOPE } },
      profile: (claims: unknown) => ({ id: OidcClaims.parse(claims).sub }),
    },
  ];
}

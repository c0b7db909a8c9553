import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";

import { db } from "@/lib/data/client";
import { env } from "@/lib/env";

import { admitByOidc } from "./admit-oidc";
import { oidcId, oidcProviders, oidcRule } from "./oidc-provider";
import { OidcClaims } from "./oidc-rule";
import { saySignIn, signIn } from "./sign-in";

declare module "next-auth" {
  interface DefaultSession {
    userId?: string;
    /** Milliseconds; 0 = unknown. */
    signedInAt?: number;
  }
}

const hours = 12;

const Entry = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) });

/** An error's message is what the person reads, so only sentences meant for them leave here. */
const withPassword = Credentials({
  credentials: { email: {}, password: {} },
  async authorize(raw) {
    const entry = Entry.safeParse(raw);
    if (!entry.success) throw new Error("Give your e-mail address and your password.");
    const now = new Date();
    const outcome = await signIn(db, entry.data, now).catch((cause: unknown) => {
      console.error("sign-in failed", cause);
      throw new Error("Parity cannot check passwords right now. Try again in a minute.");
    });
    if (outcome.as !== "signed-in") throw new Error(saySignIn(outcome, now));
    return { id: outcome.user.id };
  },
});

/** The token only says who it is; role and stores are read anew on every request. Built late: a build has no settings. */
export const sessionOptions = (): NextAuthOptions => ({
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: hours * 3600 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  cookies: {
    sessionToken: {
      name: "parity-session",
      options: { httpOnly: true, sameSite: "lax", path: "/", secure: env.NEXTAUTH_URL.startsWith("https:") },
    },
  },
  providers: [withPassword, ...oidcProviders()],
  callbacks: {
    async signIn({ user, account, profile }) {
      if (account?.provider !== oidcId) return true;
      const admitted = await admitByOidc(OidcClaims.parse(profile), oidcRule(), new Date());
      if (admitted.as === "refused") return `/sign-in?refused=${admitted.why}`;
      // From here on it is who it is here: the token gets this id.
      user.id = admitted.userId;
      return true;
    },
    jwt: ({ token, user }) => ({ sub: user?.id ?? token.sub ?? "", signedInAt: user ? Date.now() : token.signedInAt }),
    session: ({ session, token }) => ({
      expires: session.expires,
      ...(token.sub && { userId: token.sub, signedInAt: Number(token.signedInAt ?? 0) }),
    }),
  },
});

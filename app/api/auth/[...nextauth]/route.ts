import NextAuth from "next-auth";

import { sessionOptions } from "@/lib/auth/session";

const answer: ReturnType<typeof NextAuth> = (...given: unknown[]) => NextAuth(sessionOptions())(...given);

export { answer as GET, answer as POST };

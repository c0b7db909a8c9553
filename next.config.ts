import type { NextConfig } from "next";

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "bcryptjs", "undici"],
  // The type check is a stage of its own in `npm test`: a start need not repeat it.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ["127.0.0.1"],
} satisfies NextConfig;

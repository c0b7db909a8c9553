import type { NextConfig } from "next";

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg", "bcryptjs"],
  allowedDevOrigins: ["127.0.0.1"],
} satisfies NextConfig;

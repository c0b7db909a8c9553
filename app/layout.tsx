import type { Metadata, Viewport } from "next";

import "./globals.css";

import { Providers } from "@/components/shell/providers";

export const metadata: Metadata = { title: { default: "Parity", template: "%s · Parity" }, robots: { index: false } };
export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfbfc" },
    { media: "(prefers-color-scheme: dark)", color: "#101114" },
  ],
};

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en-GB" suppressHydrationWarning>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}

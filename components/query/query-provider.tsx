"use client";

import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";

import { ApiError } from "./api";

const mayPass = new Set(["offline", "broken"]);

function createClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: (failures, cause) => failures < 2 && cause instanceof ApiError && mayPass.has(cause.code) },
      mutations: { retry: false, onError: leaveWhenSignedOut },
    },
  });
}

function leaveWhenSignedOut(cause: Error): void {
  if (!(cause instanceof ApiError) || cause.code !== "signed-out") return;
  window.location.assign(`/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`);
}

export function QueryProvider({ children }: { children: React.ReactNode }) {
  const [client] = useState(createClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

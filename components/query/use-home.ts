"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { get, post } from "./api";
import { Home, Traffic } from "./home-answers";

/** The state of everything, every five seconds. */
export const useHome = (first: Home) =>
  useQuery({
    queryKey: ["home"],
    queryFn: ({ signal }) => get(Home, "/api/v1/home", { signal }),
    initialData: first,
    initialDataUpdatedAt: first.asOf.getTime(),
    refetchInterval: 5_000,
  });

const trafficKey = ["traffic"];

/** The demo's customers. */
export const useTraffic = () =>
  useQuery({ queryKey: trafficKey, queryFn: ({ signal }) => get(Traffic, "/api/v1/demo/traffic", { signal }), refetchInterval: 5_000 });

export function useSteerTraffic() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { do: "start" | "stop" } | { do: "speed"; speed: number }) => post(Traffic, "/api/v1/demo/traffic", input),
    onSuccess: (traffic) => client.setQueryData(trafficKey, traffic),
  });
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { z } from "zod";

import { get } from "./api";

const People = z.object({ people: z.array(z.object({ id: z.string(), name: z.string(), role: z.string(), isMe: z.boolean() })) });
export type Colleague = z.infer<typeof People>["people"][number];

/** Whom a cause can be given to. */
export const usePeople = () =>
  useQuery({ queryKey: ["people"], queryFn: ({ signal }) => get(People, "/api/v1/people", { signal }), staleTime: 5 * 60_000 });

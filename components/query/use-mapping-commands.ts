"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import type { LinkEdit } from "@/lib/domain/mapping/link";

import { postFile } from "./api";
import { CheckedCsv } from "./mapping-answers";
import { Nothing, runCommand } from "./run-command";

const Saved = z.object({ batchId: z.string().nullable() });
const Undone = z.object({ undone: z.number() });

/** Everything a person can do to mappings; what shows mappings, causes and releases is read again afterwards. */
export function useMappingCommands(shopId: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(["mappings", "causes", "cause", "warehouses", "plan"].map((key) => client.invalidateQueries({ queryKey: [key] })));
  return {
    save: useMutation({
      mutationFn: ({ edits, source = "person" }: { edits: readonly LinkEdit[]; source?: "person" | "csv" }) =>
        runCommand("save-mapping", { shopId, edits, source }, Saved),
      onSettled,
    }),
    release: useMutation({ mutationFn: (planId: string) => runCommand("release-causes", { planId }, Nothing), onSettled }),
    undo: useMutation({ mutationFn: (batchId: string) => runCommand("undo-mapping", { batchId }, Undone), onSettled }),
  };
}

/** A verdict for each line of a file; nothing is saved. */
export const useCsvCheck = (shopId: string) =>
  useMutation({ mutationFn: (file: File) => postFile(CheckedCsv, "/api/v1/mappings/check-csv", file, { params: { shop: shopId } }) });

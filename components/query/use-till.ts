"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { z } from "zod";

import { get } from "./api";
import { useSettled } from "./use-settled";

const Products = z.object({
  products: z.array(z.object({ sku: z.string(), title: z.string(), barcode: z.string().nullable(), isActive: z.boolean() })),
});

/** Products of a shop's till by code, name or barcode; asks once the typing pauses. */
export function useTillProducts(shopId: string, text: string) {
  const q = useSettled(text.trim(), 150);
  return useQuery({
    queryKey: ["till-products", shopId, q],
    queryFn: ({ signal }) => get(Products, "/api/v1/mappings/products", { params: { shop: shopId, q }, signal }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  });
}

const Warehouses = z.object({
  warehouses: z.array(
    z.object({ id: z.string(), name: z.string(), storeName: z.string().nullable(), isActive: z.boolean(), feeds: z.string().nullable() }),
  ),
});
export type TillWarehouse = z.infer<typeof Warehouses>["warehouses"][number];

/** The warehouses a shop's location can stand for. */
export const useWarehouses = (shopId: string) =>
  useQuery({
    queryKey: ["warehouses", shopId],
    queryFn: ({ signal }) => get(Warehouses, "/api/v1/mappings/warehouses", { params: { shop: shopId }, signal }),
  });

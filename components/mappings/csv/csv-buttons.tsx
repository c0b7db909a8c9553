"use client";

import { Download, Upload } from "lucide-react";
import { useState } from "react";

import { withParams } from "@/components/query/api";
import { Button } from "@/components/ui/button";

import { useSaving } from "../saving/saving-context";
import { ImportDialog } from "./import-dialog";

export function CsvButtons() {
  const { shopId, worker } = useSaving();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button asChild size="sm">
        <a href={withParams("/api/v1/mappings/export", { shop: shopId })} download>
          <Download /> <span className="max-md:sr-only">Export</span>
        </a>
      </Button>
      {worker.may.map && (
        <Button size="sm" onClick={() => setOpen(true)}>
          <Upload /> <span className="max-md:sr-only">Import</span>
        </Button>
      )}
      {isOpen && <ImportDialog onClose={() => setOpen(false)} />}
    </>
  );
}

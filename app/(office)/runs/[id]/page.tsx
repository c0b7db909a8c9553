import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { RunPage } from "@/components/runs/run-page";
import { AppError } from "@/lib/app-error";
import { requireActor } from "@/lib/auth/actor";
import { getRun, listRecords } from "@/lib/data/runs";
import { RecordFilter } from "@/lib/domain/records/record-filter";

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Run" };

export default async function OneRunPage({ params }: Props) {
  await requireActor("records:read");
  const { id } = await params;
  const run = z.uuid().safeParse(id).success ? await getRun(id).catch(nullIfGone) : null;
  if (!run) notFound();
  const filter = RecordFilter.parse({ run: run.id });
  return <RunPage first={run} records={{ filter, page: { ...(await listRecords(filter, null)), asOf: new Date() } }} />;
}

function nullIfGone(error: unknown): null {
  if (error instanceof AppError && error.code === "not-found") return null;
  throw error;
}

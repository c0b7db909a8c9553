import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";

import { RunPage } from "@/components/runs/run-page";
import { AppError } from "@/lib/app-error";
import { requireActor } from "@/lib/auth/actor";
import { getRun } from "@/lib/data/runs";

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: "Run" };

export default async function OneRunPage({ params }: Props) {
  await requireActor("records:read");
  const { id } = await params;
  const run = z.uuid().safeParse(id).success ? await getRun(id).catch(nullIfGone) : null;
  if (!run) notFound();
  return <RunPage first={run} />;
}

function nullIfGone(error: unknown): null {
  if (error instanceof AppError && error.code === "not-found") return null;
  throw error;
}

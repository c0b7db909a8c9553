import { z } from "zod";

import { requireActor } from "@/lib/auth/actor";
import { writeMappingCsv } from "@/lib/commands/mapping-csv";

export async function GET(request: Request): Promise<Response> {
  await requireActor("mappings:read");
  const shop = z.uuid().safeParse(new URL(request.url).searchParams.get("shop"));
  if (!shop.success) return new Response("Choose a shop.", { status: 422 });
  return new Response(await writeMappingCsv(shop.data), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="mappings.csv"' },
  });
}

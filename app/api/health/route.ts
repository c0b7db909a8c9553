import { db } from "@/lib/data/client";

export const dynamic = "force-dynamic";

/** For load balancers and `npm start`: 200 once the database answers. */
export async function GET(): Promise<Response> {
  try {
    await db.$queryRaw`select 1`;
    return Response.json({ ok: true });
  } catch (cause) {
    console.error("health", cause);
    return Response.json({ ok: false, message: "The database does not answer." }, { status: 503 });
  }
}

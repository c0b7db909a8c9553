import { answerTo, takeDeliveries } from "@/lib/commands/take-deliveries";

type Params = { params: Promise<{ connection: string; path?: string[] }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  try {
    const { connection, path = [] } = await params;
    const tooLong = Number(request.headers.get("content-length") ?? 0) > 1_000_000;
    const body = tooLong ? new Uint8Array(1_000_001) : new Uint8Array(await request.arrayBuffer());
    return new Response(null, { status: await takeDeliveries(connection, { path: path.join("/"), headers: request.headers, body }) });
  } catch (error) {
    return new Response(null, { status: answerTo(error) });
  }
}

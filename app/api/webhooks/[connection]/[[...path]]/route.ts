import { answerTo, mostBytes, takeDeliveries } from "@/lib/commands/take-deliveries";
import { readAtMost } from "../../read-at-most";

type Params = { params: Promise<{ connection: string; path?: string[] }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  try {
    const { connection, path = [] } = await params;
    const body = await readAtMost(request.body, mostBytes);
    return new Response(null, { status: await takeDeliveries(connection, { path: path.join("/"), headers: request.headers, body }) });
  } catch (error) {
    return new Response(null, { status: answerTo(error) });
  }
}

"use client";

import type { HomeFlow } from "@/components/query/home-answers";
import { Card, CardHeader } from "@/components/ui/card";
import { Table, Tbody, Th, Thead } from "@/components/ui/table";

import { FlowRow } from "./flow-row";
import { sayFlowName } from "./say-flow-name";

/** One row per flow and connection: is it fresh, is it right, is it keeping up. */
export function FlowTable({ flows }: { flows: readonly HomeFlow[] }) {
  const slow = flows.filter(({ bottleneck }) => bottleneck !== null);
  return (
    <Card className="print:border-0">
      <CardHeader title="Flows" hint="records of today" />
      <Table label="How each flow is doing" className="min-w-230 [&_td]:px-2 [&_td:first-child]:pl-4 [&_th]:px-2 [&_th:first-child]:pl-4">
        <Thead>
          <tr>
            <Th>Flow</Th>
            <Th>Fresh as of</Th>
            <Th isNumber>In</Th>
            <Th isNumber>Confirmed</Th>
            <Th isNumber>Wrong</Th>
            <Th isNumber className="whitespace-normal">
              Fixed itself
            </Th>
            <Th isNumber>Open</Th>
            <Th isNumber>Waiting</Th>
            <Th isNumber>Lag p50, p95</Th>
            <Th>Last full check</Th>
            <Th>Seven days</Th>
          </tr>
        </Thead>
        <Tbody>
          {flows.map((flow) => (
            <FlowRow key={`${flow.flow}-${flow.connectionId}`} flow={flow} />
          ))}
        </Tbody>
      </Table>
      {slow.length > 0 && (
        <div className="border-t px-4 py-2.5 text-sm">
          <h3 className="mb-1 text-faint text-xs">Where the time goes</h3>
          <ul className="grid gap-0.5">
            {slow.map(({ flow, connectionId, bottleneck }) => (
              <li key={`${flow}-${connectionId}`}>
                <span className="font-medium">{sayFlowName(flow)}.</span> <span className="text-muted-foreground">{bottleneck}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}

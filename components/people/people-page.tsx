"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";

import { StaleNote } from "@/components/exceptions/stale-note";
import { type Account, type Accounts, type OneTime, useAccountCommands, useAccounts } from "@/components/query/use-accounts";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ScopeLine } from "@/components/ui/scope-line";
import { Table, Tbody, Th, Thead } from "@/components/ui/table";

import { OneTimeDialog } from "./one-time-dialog";
import { PersonDialog } from "./person-dialog";
import { PersonRow } from "./person-row";
import { TokenCard } from "./token-card";

type Asked = { what: "disable" | "reset"; person: Account };

/** Who may come in, as what, and where. */
export function PeoplePage({ first }: { first: Accounts }) {
  const { data, error, refetch } = useAccounts(first);
  const { disable, enable, unlock, reset } = useAccountCommands();
  const [edited, edit] = useState<Account | "new" | null>(null);
  const [asked, ask] = useState<Asked | null>(null);
  const [handed, hand] = useState<{ name: string; oneTime: OneTime } | null>(null);
  const active = data.people.filter(({ disabledAt }) => !disabledAt);
  const fail = (cause: Error) => toast.error(cause.message);

  const confirm = ({ what, person }: Asked) => {
    const onError = (cause: Error) => {
      ask(null);
      fail(cause);
    };
    if (what === "disable") {
      const onSuccess = () => {
        ask(null);
        toast.success(`${person.name} cannot sign in any more.`);
      };
      return disable.mutate(person.id, { onSuccess, onError });
    }
    const onSuccess = (oneTime: OneTime) => {
      ask(null);
      hand({ name: person.name, oneTime });
    };
    reset.mutate(person.id, { onSuccess, onError });
  };

  return (
    <>
      <PageHeader
        title="People"
        actions={
          <Button size="sm" variant="primary" onClick={() => edit("new")}>
            <UserPlus /> Add a person
          </Button>
        }
      >
        <ScopeLine
          count={active.length}
          noun={active.length === 1 ? "person can sign in" : "people can sign in"}
          parts={[active.length < data.people.length && `${data.people.length - active.length} disabled`]}
        />
      </PageHeader>
      {error && <StaleNote at={data.asOf} message={error.message} onRetry={() => void refetch()} />}
      <div className="relative grid min-h-0 flex-1 content-start gap-4 overflow-y-auto p-4">
        <Card className="overflow-hidden">
          <Table label="People" className="min-w-170">
            <Thead>
              <tr>
                <Th>Name</Th>
                <Th>Role</Th>
                <Th>Stores</Th>
                <Th>Last seen</Th>
                <Th>State</Th>
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              </tr>
            </Thead>
            <Tbody>
              {data.people.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  stores={data.stores}
                  onEdit={() => edit(person)}
                  onReset={() => ask({ what: "reset", person })}
                  onDisable={() => ask({ what: "disable", person })}
                  onEnable={() =>
                    enable.mutate(person.id, { onSuccess: () => toast.success(`${person.name} can sign in again.`), onError: fail })
                  }
                  onUnlock={() =>
                    unlock.mutate(person.id, { onSuccess: () => toast.success(`${person.name} can try again.`), onError: fail })
                  }
                />
              ))}
            </Tbody>
          </Table>
        </Card>
        <TokenCard />
      </div>
      {edited && (
        <PersonDialog
          person={edited === "new" ? null : edited}
          stores={data.stores}
          onClose={() => edit(null)}
          onAdded={(name, oneTime) => {
            edit(null);
            hand({ name, oneTime });
          }}
        />
      )}
      {asked && (
        <ConfirmDialog
          isOpen
          onOpenChange={(isOpen) => !isOpen && ask(null)}
          title={asked.what === "disable" ? `Disable ${asked.person.name}?` : `Reset the password of ${asked.person.name}?`}
          confirm={asked.what === "disable" ? "Disable" : "Reset password"}
          isDangerous={asked.what === "disable"}
          isLoading={disable.isPending || reset.isPending}
          onConfirm={() => confirm(asked)}
        >
          {asked.what === "disable"
            ? "They are signed out at once and cannot sign in. What they did stays written down, and you can enable them again."
            : "They are signed out at once, and their present password stops working. You get a one-time password to hand over."}
        </ConfirmDialog>
      )}
      {handed && <OneTimeDialog name={handed.name} oneTime={handed.oneTime} onClose={() => hand(null)} />}
    </>
  );
}

"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";

import { type NoticeState, useNoticeState } from "@/components/query/use-notices";
import { PageHeader } from "@/components/shell/page-header";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";

import { FailedMails } from "./failed-mails";
import { NoticeList } from "./notice-list";
import { SettingForm } from "./setting-form";

const tab = parseAsStringLiteral(["list", "settings"]).withDefault("list");

/** What I was told, and how I want to be told. */
export function NoticesPage({ me, first }: { me: string; first: NoticeState }) {
  const [shown, show] = useQueryState("tab", tab);
  const { data } = useNoticeState(first);
  return (
    <>
      <PageHeader title="Notices" />
      <Tabs value={shown} onValueChange={(to) => void show(to as typeof shown)} className="flex min-h-0 flex-1 flex-col">
        <TabsList aria-label="Notices">
          <TabsTrigger value="list">What I was told</TabsTrigger>
          <TabsTrigger value="settings" {...(data.failed.length > 0 && { count: data.failed.length })}>
            How I am told
          </TabsTrigger>
        </TabsList>
        <TabsContent value="list" className="min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
          <NoticeList me={me} />
        </TabsContent>
        <TabsContent value="settings" className="min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
          <div className="mx-auto grid w-full max-w-3xl gap-4 p-4">
            <FailedMails failed={data.failed} />
            <SettingForm key={JSON.stringify(data.setting)} state={data} />
          </div>
        </TabsContent>
      </Tabs>
    </>
  );
}

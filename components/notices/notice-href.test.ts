import { expect, test } from "vitest";

import { noticeHref } from "./notice-href";

const notice = { causeId: "c1", state: "open", ownerId: null, ownerRole: "ops" };

test.each([
  ["what nobody has taken, among its role's", notice, "/inbox?owner=role:ops&cause=c1"],
  ["my own, among mine", { ...notice, ownerId: "me" }, "/inbox?owner=me&cause=c1"],
  ["somebody else's, among all", { ...notice, ownerId: "p2" }, "/inbox?cause=c1"],
  ["what is closed, wherever it was", { ...notice, state: "resolved" }, "/inbox?cause=c1"],
])("%s", (_, of, href) => expect(noticeHref(of, "me")).toBe(href));

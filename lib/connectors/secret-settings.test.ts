import { expect, test } from "vitest";

import { secretSettings } from "./secret-settings";
import { shopify } from "./shopify";
import { sitoo } from "./sitoo";

test("each platform's passwords and tokens are known as secrets, its names and addresses are not", () => {
  expect([...secretSettings(sitoo)].sort()).toEqual(["eventsPassword", "eventsPasswordPrevious", "password"]);
  expect([...secretSettings(shopify)].sort()).toEqual(["accessToken", "clientSecret", "webhookSecret", "webhookSecretPrevious"]);
});

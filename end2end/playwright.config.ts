// Which browsers does every journey run in? A desktop and a phone, each with and without JavaScript; audits in one of their own.
// `cargo xtask test browser` starts the server with the demonstration releases and says where it is.

import { defineConfig } from "@playwright/test";
import type { Kind } from "./harness/test.ts";

const base = process.env.BASE_URL;
if (!base) {
  throw new Error("BASE_URL is not set: run `cargo xtask test browser`, or start a server and name it");
}

const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

const before = ["desktop", "desktop without JavaScript", "phone", "phone without JavaScript", "every page"];

export default defineConfig<Kind>({
  testDir: "journeys",
  outputDir: "test-results",
  snapshotPathTemplate: "{testDir}/{testFileName}.snapshots/{arg}{ext}",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 2,
  timeout: 30_000,
  globalTimeout: 35 * 60_000,
  reporter: [["list"]],
  use: {
    baseURL: base,
    browserName: "chromium",
    colorScheme: "light",
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      // Silent and alone: no request of the browser's own, and root may run it.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: { ...desktop, script: true } },
    { name: "desktop without JavaScript", use: { ...desktop, script: false, javaScriptEnabled: false } },
    { name: "phone", use: { ...phone, script: true } },
    { name: "phone without JavaScript", use: { ...phone, script: false, javaScriptEnabled: false } },
    { name: "every page", testDir: "audits", testMatch: "every-page.spec.ts", timeout: 60_000, use: { ...desktop, script: true } },
    // Last and one at a time: it measures how long a page is busy, and nothing else may keep the processors busy meanwhile.
    { name: "Lighthouse", testDir: "audits", testMatch: "lighthouse.spec.ts", timeout: 90_000, workers: 1, dependencies: before },
  ],
});

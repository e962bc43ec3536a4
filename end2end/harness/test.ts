// What does every journey get, and what makes every journey fail?
// A message on the console, a request to a foreign host or an error on the page fails any test, without being asked.

import { test as plain, expect } from "@playwright/test";
import type { Page } from "@playwright/test";

export { expect };
export type { Page };

/** What a project says about its browser. */
export type Kind = {
  /** Whether JavaScript runs. */
  script: boolean;
};

type Watched = {
  /** Fails the test when the page talks or asks elsewhere; always on. */
  silence: void;
};

type Noise = { text: string; about?: string };

export const test = plain.extend<Kind & Watched>({
  script: [true, { option: true }],
  silence: [
    async ({ context, baseURL }, use) => {
      const noises: Noise[] = [];
      const home = new URL(baseURL ?? "").origin;
      const refused = new Set<string>();
      context.on("console", (message) =>
        noises.push({ text: `console ${message.type()}: ${message.text()}`, about: message.location().url }),
      );
      context.on("weberror", (error) => noises.push({ text: `error on the page: ${error.error().message}` }));
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.origin !== home) {
          noises.push({ text: `request to a foreign host: ${request.url()}` });
        }
      });
      context.on("response", (response) => {
        if (response.request().isNavigationRequest() && response.status() >= 400) {
          refused.add(response.url());
        }
      });
      await use();
      // When somebody asks for a page that does not exist, it is the browser that says so, not the page.
      const ours = noises.filter((noise) => !(noise.about && refused.has(noise.about)));
      expect(ours.map((noise) => noise.text), "the page is silent and asks nobody else").toEqual([]);
    },
    { auto: true },
  ],
});

/** Both languages of the site; write `for (const locale of locales) test(…)`. */
export const locales = ["ja", "en"] as const;
export type Locale = (typeof locales)[number];

/** For what does not depend on the browser: an answer of the server, paper, a page whose narrow and dark forms the audits look at. */
export function onceOnly(why: string): void {
  test.skip(test.info().project.name !== "desktop", why);
}

/** Whether the server has the WebAssembly: without it, pages are complete but no island wakes up. */
export const hasIslands = process.env.ISLANDS !== "no";

/** Waits until the islands of a page answer. */
export async function islandsAreAwake(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-islands", "awake");
}

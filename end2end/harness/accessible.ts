// Can everybody use this page? axe looks for what it can see; what it cannot see has tests of its own.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./test.ts";
import type { Page } from "./test.ts";

type Found = Awaited<ReturnType<AxeBuilder["analyze"]>>;

/** WCAG 2.2 AA and the best practices that axe knows. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with every violation that axe finds, one line each. */
export async function expectAccessible(page: Page): Promise<void> {
  const { javaScriptEnabled = true } = test.info().project.use;
  const found = javaScriptEnabled ? await violations(page) : await violationsWithoutScript(page);
  expect(found, "axe finds nothing").toEqual([]);
}

/** The same for contrast alone: what a change of colours can spoil. */
export async function expectContrast(page: Page): Promise<void> {
  const found = await axe(page).withRules(["color-contrast"]).analyze();
  expect(lines(found.violations), "everything can be read").toEqual([]);
}

/** Fails if the page must be scrolled sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widths = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(widths.page, "nothing is wider than the window").toBeLessThanOrEqual(widths.window);
}

async function violations(page: Page): Promise<string[]> {
  const found = await axe(page).withTags(RULES).analyze();
  return lines(found.violations);
}

/** Only what is wrong is put together, and in the page itself: a third of the time, and our frames are our own. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
}

function lines(violations: Found["violations"]): string[] {
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id} at ${node.target.join(" ")}: ${violation.help}`),
  );
}

/** axe is JavaScript itself: it looks at the same address in a second window, in which only the page's scripts are off. */
async function violationsWithoutScript(page: Page): Promise<string[]> {
  // A new context looks like the others of its project in everything else.
  const context = await page.context().browser()?.newContext({ javaScriptEnabled: true });
  if (!context) {
    throw new Error("the page belongs to no browser");
  }
  const second = await context.newPage();
  await second.route(page.url(), async (route) => {
    const answer = await route.fetch();
    const headers = { ...answer.headers(), "content-security-policy": "script-src 'none'" };
    await route.fulfill({ response: answer, headers });
  });
  await second.goto(page.url());
  const found = await violations(second);
  await context.close();
  return found;
}

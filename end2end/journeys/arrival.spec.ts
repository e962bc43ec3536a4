// What does somebody find who only types the address?

import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, locales, test } from "../harness/test.ts";

test("the bare address leads to the Japanese start page", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/ja\/$/);
});

for (const locale of locales) {
  test(`the start page in ${locale} is complete, says its language and is accessible`, async ({ page }) => {
    const answer = await page.goto(`/${locale}/`);
    expect(answer?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle(/\S/);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`an unknown address in ${locale} is a page that leads on`, async ({ page }) => {
    const answer = await page.goto(`/${locale}/no-such-page`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator(`main a[href^="/${locale}/"]`).first()).toBeVisible();
    await expectAccessible(page);
  });
}

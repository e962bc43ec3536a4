// Does somebody get from what matters to them to an honest answer, and does a slider say the same as the server?

import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, hasIslands, islandsAreAwake, locales, test } from "../harness/test.ts";

const WORDS = {
  ja: { show: "見る", range: /番目/, wish: "この希望で見る", now: "いま、危ないとき" },
  en: { show: "Show", range: /Somewhere from|Mostly/, wish: "Show hospitals", now: "If it is happening now" },
};

for (const locale of locales) {
  test(`in ${locale} a person and a place lead to ranges of places, wishes and questions`, async ({ page }) => {
    await page.goto(`/${locale}/priorities`);
    await page.locator("#preset").selectOption("older");
    await page.locator("#region").selectOption("JP-13");
    await page.getByRole("button", { name: WORDS[locale].show, exact: true }).click();
    await expect(page).toHaveURL(/preset=older/);
    await expect(page.locator("#result")).toContainText(WORDS[locale].range);
    await expect(page.locator("#wishes")).toBeVisible();
    await expect(page.locator("#missing")).toBeVisible();
    await expect(page.locator("#sheet")).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`in ${locale} an emergency has no order`, async ({ page }) => {
    await page.goto(`/${locale}/priorities?preset=emergency&region=JP-15`);
    await expect(page.getByRole("heading", { name: WORDS[locale].now })).toBeVisible();
    await expect(page.locator("main")).toContainText("119");
    await expect(page.locator("main")).not.toContainText(WORDS[locale].range);
    await expectAccessible(page);
  });

  test(`in ${locale} wishes are chosen in a plain form`, async ({ page }) => {
    await page.goto(`/${locale}/priorities?preset=pregnancy&region=JP-13`);
    await expect(page.locator(".ms-wishes input:checked")).toHaveCount(0);
    await page.locator("#wish-saturday").check();
    await page.getByRole("button", { name: WORDS[locale].wish }).click();
    await expect(page).toHaveURL(/wish=/);
    await expect(page.locator("#wish-saturday")).toBeChecked();
    await page.locator("#wished ~ .ms-list .ms-put-in a").first().click();
    await expect(page.locator("#tray")).toBeVisible();
    await expect(page.locator("#wish-saturday")).toBeChecked();
  });
}

test("weighing a criterion answers at once, or with the next page, and says what the server says", async ({ page, script }) => {
  await page.goto("/ja/priorities?preset=older&region=JP-13");
  if (script && hasIslands) {
    await islandsAreAwake(page);
    await page.locator("#slider-0").focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
    await expect(page).toHaveURL(/w=demo-physical-restraint/);
    const moved = await page.locator(".ms-next-lists").innerText();
    expect(moved).toMatch(/番目/);
    await page.reload();
    expect(await page.locator("#result").innerText()).toBe(moved);
  } else {
    await page.locator("#w-demo-physical-restraint").selectOption("0");
    await page.locator("form.ms-board button").click();
    await expect(page).toHaveURL(/w-demo-physical-restraint=0/);
    await expect(page.locator("#result")).toContainText(/番目/);
  }
});

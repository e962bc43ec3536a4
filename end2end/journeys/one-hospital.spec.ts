// What does somebody find whose island or valley has only one place for what they need?

import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, locales, test } from "../harness/test.ts";

const WORDS = {
  ja: {
    search: "さがす",
    finding: "佐渡島でお産ができる施設は、公表されている資料では1か所です",
    years: "この施設が公表している数",
    across: "海を渡る病院",
    ask: "聞いてみること",
    choose: "広島県府中市",
    unknown: "この資料にありません",
    may: "電話で確かめるところ",
    only: "公表されている資料では1か所",
  },
  en: {
    search: "Search",
    finding: "Sado: one facility for childbirth, as far as published data show",
    years: "The figure that it publishes",
    across: "Across the sea",
    ask: "What to ask",
    choose: "Fuchu City, Hiroshima",
    unknown: "is known here",
    may: "Telephone and ask",
    only: "one facility",
  },
};

for (const locale of locales) {
  const words = WORDS[locale];

  test(`in ${locale} an expecting mother on an island finds her one hospital and its own years`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals`);
    await page.locator("#care").selectOption("deliveries");
    await page.locator("#place").fill("佐渡市");
    await page.getByRole("button", { name: words.search, exact: true }).click();
    await expect(page).toHaveURL(/care=deliveries/);
    const one = page.getByRole("region", { name: words.finding });
    await expect(one).toBeVisible();
    await expect(one.getByRole("heading", { name: words.years })).toBeVisible();
    await expect(one.locator(".ms-own-years").first()).toContainText(/20\d\d/);
    await expect(one.getByRole("heading", { name: words.ask })).toBeVisible();
    // one fact of one place: no ruler, no verdict, no place in any order
    await expect(one.locator("svg")).toHaveCount(0);
    await expect(one.locator(".ms-verdict")).toHaveCount(0);
    await expect(page.getByRole("heading", { name: words.across })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`in ${locale} an island reader sees the island first and the rest across the sea`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals?place=${encodeURIComponent("佐渡市")}`);
    const lists = page.locator("main ol.ms-list");
    await expect(lists.first().locator("a").first()).toHaveAttribute("href", /demo-15018/);
    await expect(page.getByRole("heading", { name: words.across })).toBeVisible();
    await expectAccessible(page);
  });

  test(`in ${locale} a name of two places is chosen by a link`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals?care=deliveries&place=${encodeURIComponent("府中市")}`);
    await page.locator("main").getByRole("link", { name: words.choose }).click();
    await expect(page).toHaveURL(/care=deliveries/);
    await expect(page.locator("#place")).toHaveValue(words.choose);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`in ${locale} a large city has several, counted and not compared`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals?care=ambulances&area=1305`);
    await expect(page.locator("main")).not.toContainText(words.only);
    await expect(page.locator("main .ms-line-fact").first()).toContainText(/\d/);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`in ${locale} an unknown place is said back with a way on`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals?place=${encodeURIComponent("アトランティス")}`);
    await expect(page.locator("main")).toContainText("アトランティス");
    await expect(page.locator("main")).toContainText(words.unknown);
    await expectAccessible(page);
  });
}

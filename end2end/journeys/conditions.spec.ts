// Does somebody who knows only the trouble get to what matters, and does every hard word explain itself?

import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, locales, onceOnly, test } from "../harness/test.ts";

const WORDS = {
  ja: { typed: "こっせつ", condition: "骨折・転倒", search: "さがす", show: "5か所まで見る" },
  en: { typed: "broken hip", condition: "A fall or a broken hip", search: "Search", show: "Show up to five" },
};

for (const locale of locales) {
  test(`in ${locale} everyday words lead to a condition and from there to at most five hospitals`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals`);
    await page.locator("#q").fill(WORDS[locale].typed);
    await page.getByRole("button", { name: WORDS[locale].search, exact: true }).click();
    await page.locator("main").getByRole("link", { name: WORDS[locale].condition }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(WORDS[locale].condition);
    await expect(page.locator(".ms-signs li").first()).toContainText("119");
    await page.locator("#region").selectOption("JP-13");
    await page.getByRole("button", { name: WORDS[locale].show }).click();
    await expect(page.locator(".ms-list .ms-line")).toHaveCount(5);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`in ${locale} the register of what is missing, the words and the strips are accessible`, async ({ page }) => {
    onceOnly("the audits look at them at 320 px");
    for (const path of ["missing", "words", "conditions"]) {
      await page.goto(`/${locale}/${path}`);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });
}

test("a word explains itself without a script, and leads to the list of words", async ({ page }) => {
  await page.goto("/ja/conditions/cancer");
  const word = page.locator("button.ms-word").first();
  const meaning = page.locator(`#${await word.getAttribute("popovertarget")}`);
  await expect(meaning).toBeHidden();
  await word.click();
  await expect(meaning).toBeVisible();
  await meaning.getByRole("link").click();
  await expect(page).toHaveURL(/\/ja\/words#/);
});

test("readings are added in Japanese, go along, and are taken away again", async ({ page }) => {
  await page.goto("/ja/conditions/cancer");
  await expect(page.locator("ruby")).toHaveCount(0);
  await page.getByRole("link", { name: "ふりがなをつける" }).click();
  await expect(page.locator("main ruby").first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await page.locator(".ms-crumb a").click();
  await expect(page).toHaveURL(/\/ja\/conditions\?ruby=1$/);
  await page.goto("/en/conditions/cancer?ruby=1");
  await expect(page.locator("ruby")).toHaveCount(0);
  await expect(page.locator(".ms-readings")).toHaveCount(0);
});

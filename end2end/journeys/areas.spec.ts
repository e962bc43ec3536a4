// What does somebody learn about their prefecture, and is quality evening out?

import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, locales, test } from "../harness/test.ts";

const WORDS = {
  ja: {
    areas: "地域",
    niigata: "新潟県",
    care: "ここで受けられるか",
    birth: "お産",
    values: "ここの病院をあわせた値",
    variation: "地域や病院のちがいは、縮まっているか",
    chance: /偶然のばらつき/,
    improved: "はっきり良くなった病院",
    byChance: /偶然だけで/,
  },
  en: {
    areas: "Areas",
    niigata: "Niigata",
    care: "Is it provided here?",
    birth: "Childbirth",
    values: "All hospitals here combined",
    variation: "Are differences between hospitals and areas becoming smaller?",
    chance: /chance/,
    improved: "Hospitals that clearly improved",
    byChance: /chance alone/,
  },
};

for (const locale of locales) {
  const words = WORDS[locale];

  test(`in ${locale} the map of tiles leads to a prefecture, and the list beside it too`, async ({ page }) => {
    await page.goto(`/${locale}/areas`);
    await expect(page.getByRole("heading", { level: 1, name: words.areas })).toBeVisible();
    const tile = page.locator("svg.mc:visible").getByRole("link", { name: words.niigata });
    await tile.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/${locale}/areas/15$`));
    await page.goBack();
    await page.getByRole("main").getByRole("listitem").getByRole("link", { name: words.niigata, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: words.niigata })).toBeVisible();
  });

  test(`in ${locale} a prefecture says what is provided here and holds on a phone`, async ({ page }) => {
    await page.goto(`/${locale}/areas/15`);
    await expect(page.getByRole("heading", { name: words.care })).toBeVisible();
    await expect(page.getByText(words.birth, { exact: true })).toBeVisible();
    await expect(page.getByRole("region", { name: words.values }).first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`in ${locale} a measure says how different hospitals are and who clearly improved`, async ({ page }) => {
    await page.goto(`/${locale}/measures/demo-hand-hygiene`);
    const section = page.getByRole("region", { name: words.variation });
    await expect(section.getByText(words.chance).first()).toBeVisible();
    await expect(section.getByRole("heading", { name: words.improved })).toBeVisible();
    await expect(section.getByText(words.byChance).first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
}

test("an area that nobody knows is not found, and says where to go on", async ({ page }) => {
  const answer = await page.goto("/ja/areas/99");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
});

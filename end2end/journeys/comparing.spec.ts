// Does somebody who wants to compare hospitals learn when that is fair, and go on to something that is?

import { expectAccessible, expectNoSidewaysScroll } from "../harness/accessible.ts";
import { expect, locales, test } from "../harness/test.ts";

/** The one hospital of the demonstration's island, and a university hospital. */
const ISLAND = "demo-42021";
const UNIVERSITY = "demo-01010";

const WORDS = {
  ja: {
    unfair: "並べて比べません",
    compare: "この病院をほかの病院と比べる",
    add: /をくわえて比べる/,
    off: /を外す$/,
    search: "さがす",
    query: "大学",
    better: /良い側/,
  },
  en: {
    unfair: "not laid side by side",
    compare: "Compare this hospital with others",
    add: /^Add .* and compare$/,
    off: /^Remove /,
    search: "Search",
    query: "university",
    better: /better side/,
  },
};

for (const locale of locales) {
  const words = WORDS[locale];

  test(`in ${locale} an island hospital against a university hospital is explained, and a fair way leads on`, async ({
    page,
  }) => {
    await page.goto(`/${locale}/compare?h=${ISLAND},${UNIVERSITY}`);
    await expect(page.locator("main .ms-lead")).toContainText(words.unfair);
    const guard = page.locator(".ms-guard");
    await expect(guard).toBeVisible();
    await expect(page.locator(".ms-pairs")).toHaveCount(0);
    for (const rows of await page.locator(".ms-compared-rows").all()) {
      await expect(rows.locator("> li")).toHaveCount(1);
    }
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await guard.getByRole("link").first().click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/compare\\?h=${ISLAND}`));
    await expect(page.locator(".ms-guard")).toHaveCount(0);
    await expect(page.locator(".ms-pairs").first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  test(`in ${locale} a hospital is compared with its nearest of the same role, and taken off again`, async ({ page }) => {
    await page.goto(`/${locale}/hospitals/${ISLAND}`);
    await page.getByRole("link", { name: words.compare }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/compare\\?h=${ISLAND}$`));
    await expectAccessible(page);
    await page.getByRole("link", { name: words.add }).first().click();
    const first = page.locator("article.ms-compared").first();
    await expect(first.locator(".ms-compared-rows > li")).toHaveCount(2);
    await expect(first.locator("svg:visible")).toHaveCount(2);
    // of some measure a pair of such small hospitals is compared, and of others it is said why not
    await expect(page.locator(".ms-pairs", { hasText: /2/ }).first()).toBeVisible();
    await page.getByRole("link", { name: words.off }).last().click();
    await expect(page).toHaveURL(new RegExp(`h=${ISLAND}$`));
    await expect(page.locator("article.ms-compared")).toHaveCount(0);
  });

  test(`in ${locale} a hospital is searched for by name and added`, async ({ page }) => {
    await page.goto(`/${locale}/compare?h=${UNIVERSITY}`);
    await page.locator("#q").fill(words.query);
    await page.locator("main").getByRole("button", { name: words.search, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`h=${UNIVERSITY}.*q=`));
    await page.getByRole("link", { name: words.add }).first().click();
    await expect(page.locator(".ms-compared-hospitals > li")).toHaveCount(2);
  });

  test(`in ${locale} a crude share of deaths is on no better side`, async ({ page, request }) => {
    const near = await (await request.get(`/api/v1/compare?h=${ISLAND},${UNIVERSITY}`)).json();
    const { address } = near.compare.guard.alternatives[0];
    await page.goto(`/${locale}${address}&m=demo-deaths-in-hospital`);
    await expect(page.locator("article.ms-compared")).toHaveCount(1);
    await expect(page.locator("article.ms-compared")).not.toContainText(words.better);
  });

  test(`in ${locale} too many hospitals are refused with a way on`, async ({ page }) => {
    const many = [1, 2, 3, 4, 5, 6].map((number) => `demo-0100${number}`).join(",");
    const answer = await page.goto(`/${locale}/compare?h=${many}`);
    expect(answer?.status()).toBe(400);
    await expect(page.locator(`main a[href^="/${locale}/"]`).first()).toBeVisible();
  });
}
